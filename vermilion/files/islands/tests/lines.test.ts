import assert from "node:assert/strict";
import { test } from "node:test";
import { orderOfReading, type Piece } from "../reader/lines";

function piece(str: string, dir: string, x: number, ends = false): Piece {
  return { str, dir, x, ends };
}

function readOut(pieces: Piece[]): string {
  return orderOfReading(pieces)
    .map((index) => pieces[index]?.str)
    .join("");
}

test("a line of Latin letters stays as it is", () => {
  assert.equal(readOut([piece("Điều ", "ltr", 0), piece("5", "ltr", 20, true)]), "Điều 5");
});

test("a line of Arabic is read from the right, figures within it from the left", () => {
  const line = [
    piece("ة", "rtl", 0),
    piece("لجن", "rtl", 5),
    piece(" ", "ltr", 20),
    piece("20", "ltr", 25),
    piece("26", "ltr", 30),
    piece(" ", "ltr", 35),
    piece("ر", "rtl", 40),
    piece("محض", "rtl", 45, true),
  ];
  assert.equal(readOut(line), "محضر 2026 لجنة");
});

test("each line is judged by itself", () => {
  const page = [piece("abc", "ltr", 0, true), piece("ب", "rtl", 0), piece("ا", "rtl", 9, true)];
  assert.equal(readOut(page), "abcاب");
});
