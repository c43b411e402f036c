import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutOklch } from "../oklch.mjs";

test("black and white are what they are", () => {
  assert.equal(withoutOklch("a{color:oklch(0% 0 0)}"), "a{color:rgb(0 0 0)}");
  assert.equal(withoutOklch("a{color:oklch(100% 0 0)}"), "a{color:rgb(255 255 255)}");
});

test("pure red comes out as the screen's red", () => {
  assert.equal(withoutOklch("oklch(62.8% 0.2577 29.23)"), "rgb(255 0 0)");
});

test("transparency stays, as a share", () => {
  assert.equal(withoutOklch("oklch(0% 0 0 / 40%)"), "rgb(0 0 0 / 0.4)");
  assert.equal(withoutOklch("oklch(0% 0 0/.06)"), "rgb(0 0 0 / 0.06)");
});

test("a colour too strong for the screen fades but keeps its lightness", () => {
  const [, red, green, blue] = /rgb\((\d+) (\d+) (\d+)\)/.exec(withoutOklch("oklch(56% 0.4 33)"));
  assert.ok(
    Number(red) > 190 && Number(green) < 70 && Number(blue) < 40,
    `${red} ${green} ${blue}`,
  );
});
