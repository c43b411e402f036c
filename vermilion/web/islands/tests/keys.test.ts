import assert from "node:assert/strict";
import { test } from "node:test";
import { keysAct, letKeysAct, meant, nameOf, type Press, Sequence } from "../keys";

function press(key: string, code: string, held: Partial<Press> = {}): Press {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
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
  assert.equal(nameOf(press("य़", "Slash", { shiftKey: true })), "?");
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

test("a key that an input method keeps for itself, or that is half of a letter, has no name to act", () => {
  assert.equal(nameOf(press("Process", "KeyJ")), "Process");
  assert.equal(nameOf(press("Dead", "BracketLeft")), "Dead");
});

test("single keys can be turned off, and on again", () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  } as unknown as Storage;
  assert.equal(keysAct(store), true);
  letKeysAct(store, false);
  assert.equal(keysAct(store), false);
  letKeysAct(store, true);
  assert.equal(keysAct(store), true);
});
