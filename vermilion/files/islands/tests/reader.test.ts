import assert from "node:assert/strict";
import { test } from "node:test";
import { turnedBox } from "../reader/boxes";
import { actOf } from "../reader/keys";
import { markFrom } from "../reader/marking";
import { PIXELS_PER_POINT, scaleFor, shareOf, step, turned, zoomFrom } from "../reader/zoom";

const A4 = { width: 595, height: 842 };
const NOTHING_HELD = {
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
};
const READING = { typing: false, mirrored: false };

test("a page fits the width, or wholly, or has its true size", () => {
  assert.equal(scaleFor("width", A4, { width: 1190, height: 500 }), 2);
  assert.equal(scaleFor("page", A4, { width: 1190, height: 421 }), 0.5);
  assert.equal(scaleFor(1, A4, { width: 1, height: 1 }), PIXELS_PER_POINT);
});

test("no page is shown larger or smaller than makes sense", () => {
  assert.ok(Math.abs(shareOf(scaleFor(99, A4, A4)) - 6) < 1e-9);
  assert.ok(Math.abs(shareOf(scaleFor(0.0001, A4, A4)) - 0.1) < 1e-9);
});

test("steps lead up and down and stay on the ladder", () => {
  assert.equal(step(1, 1), 1.1);
  assert.equal(step(1, -1), 0.9);
  assert.equal(step(0.93, 1), 1);
  assert.equal(step(5, 1), 6);
});

test("what was kept of a zoom is read, rubbish is the width", () => {
  assert.equal(zoomFrom("page"), "page");
  assert.equal(zoomFrom("1.5"), 1.5);
  assert.equal(zoomFrom("-3"), "width");
  assert.equal(zoomFrom("NaN"), "width");
});

test("a turned page lies on its side, and its marks turn with it", () => {
  assert.deepEqual(turned(A4, 90), { width: 842, height: 595 });
  assert.deepEqual(turnedBox([0, 0, 0.5, 0.25], 90), [0.75, 0, 1, 0.5]);
  assert.deepEqual(turnedBox([0, 0, 0.5, 0.25], 180), [0.5, 0.75, 1, 1]);
  assert.deepEqual(turnedBox([0, 0, 0.5, 0.25], 270), [0, 0.5, 0.25, 1]);
});

test("arrows lead along the line of the language", () => {
  const right = { ...NOTHING_HELD, key: "ArrowRight", code: "ArrowRight" };
  assert.equal(actOf(right, READING), "next");
  assert.equal(actOf(right, { ...READING, mirrored: true }), "previous");
});

test("letters go by their place, so that an Arabic keyboard turns pages too", () => {
  assert.equal(actOf({ ...NOTHING_HELD, key: "ق", code: "KeyR" }, READING), "turn");
  assert.equal(
    actOf({ ...NOTHING_HELD, key: "R", code: "KeyR", shiftKey: true }, READING),
    "turn-back",
  );
});

test("nothing acts while somebody types or composes, but the search opens and Esc leads out", () => {
  const typing = { ...READING, typing: true };
  assert.equal(actOf({ ...NOTHING_HELD, key: "r", code: "KeyR" }, typing), undefined);
  assert.equal(actOf({ ...NOTHING_HELD, key: "Escape", code: "Escape" }, typing), "escape");
  assert.equal(actOf({ ...NOTHING_HELD, key: "f", code: "KeyF", ctrlKey: true }, typing), "find");
  const composing = { ...NOTHING_HELD, isComposing: true, key: "r", code: "KeyR" };
  assert.equal(actOf(composing, READING), undefined);
});

test("a place is read from attributes, and nothing from what is none", () => {
  assert.deepEqual(markFrom("2", "0.1,0.2,0.5,0.25"), { page: 2, box: [0.1, 0.2, 0.5, 0.25] });
  assert.equal(markFrom(undefined, "0,0,1,1")?.page, 1);
  assert.equal(markFrom("1", "0.1,0.2"), undefined);
  assert.equal(markFrom("1", ""), undefined);
  assert.equal(markFrom("0", "0,0,1,1"), undefined);
});
