import assert from "node:assert/strict";
import { test } from "node:test";
import { meant, nameOf, type Press, Sequence } from "../keys";

function press(key: string, code: string, held: Partial<Press> = {}): Press {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, ...held };
}

test("a letter goes by what it is on a Latin keyboard", () => {
  assert.equal(nameOf(press("j", "KeyJ")), "j");
  assert.equal(nameOf(press("G", "KeyG")), "g");
});

test("a letter goes by its place under Arabic and Hindi layouts", () => {
  assert.equal(nameOf(press("ت", "KeyJ")), "j");
  assert.equal(nameOf(press("र", "KeyJ")), "j");
});

test("the Arabic question mark asks too", () => {
  assert.equal(nameOf(press("؟", "Slash")), "?");
  assert.equal(nameOf(press("ظ", "Slash")), "/");
});

test("keys held with Ctrl, Alt or Meta belong to the browser", () => {
  assert.equal(nameOf(press("j", "KeyJ", { ctrlKey: true })), "");
  assert.equal(nameOf(press("j", "KeyJ", { altKey: true })), "");
});

test("g then d is a sequence, unless one waits too long", () => {
  const sequence = new Sequence(1000);
  assert.equal(sequence.after("g", 0), "g");
  assert.equal(sequence.after("d", 900), "g d");
  assert.equal(sequence.after("d", 2500), "d");
});

test("a beginning is told from the whole", () => {
  assert.equal(meant("g", ["g d", "a"]), "begun");
  assert.equal(meant("g d", ["g d", "a"]), "whole");
  assert.equal(meant("x", ["g d", "a"]), "nothing");
});
