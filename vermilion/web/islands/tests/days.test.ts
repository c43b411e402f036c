import assert from "node:assert/strict";
import { test } from "node:test";
import { today } from "../days";

test("today is written as the field writes days", () => {
  const day = new Date(2026, 10, 2);
  assert.equal(today("dd/mm/yyyy", day), "02/11/2026");
  assert.equal(today("yyyy-mm-dd", day), "2026-11-02");
});
