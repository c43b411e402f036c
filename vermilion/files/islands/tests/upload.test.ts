import assert from "node:assert/strict";
import { test } from "node:test";
import { partAfter } from "../upload";

const MEGABYTE = 1024 * 1024;

test("parts grow on a good line and shrink on a bad one", () => {
  assert.equal(partAfter(MEGABYTE, 0.3), 2 * MEGABYTE);
  assert.equal(partAfter(MEGABYTE, 4), MEGABYTE);
  assert.equal(partAfter(MEGABYTE, 20), MEGABYTE / 2);
});

test("parts have bounds", () => {
  assert.equal(partAfter(8 * MEGABYTE, 0.1), 8 * MEGABYTE);
  assert.equal(partAfter(64 * 1024, 60), 64 * 1024);
});
