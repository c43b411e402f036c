import assert from "node:assert/strict";
import { test } from "node:test";
import { among } from "../choices";
import { filled } from "../words";

const UNITS = [
  { value: "1", label: "Phòng Tổng hợp", note: "Văn phòng Tỉnh uỷ" },
  { value: "2", label: "Phòng Cơ yếu - Công nghệ thông tin", note: "Văn phòng Tỉnh uỷ" },
  { value: "3", label: "Ban Tổ chức", note: "" },
];

test("every word must be there, in the name or in where it belongs, in any order", () => {
  assert.deepEqual(
    among(UNITS, "uy hop").map((each) => each.value),
    ["1"],
  );
  assert.deepEqual(
    among(UNITS, "phong").map((each) => each.value),
    ["1", "2"],
  );
  assert.deepEqual(
    among(UNITS, "tổ chức").map((each) => each.value),
    ["3"],
  );
  assert.equal(among(UNITS, "").length, 3);
});

test("facts go where the braces are, and unknown braces stay", () => {
  assert.equal(filled("Page {page} of {pages}", { page: 2, pages: 9 }), "Page 2 of 9");
  assert.equal(filled("{other}", { page: 2 }), "{other}");
});
