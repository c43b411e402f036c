import assert from "node:assert/strict";
import { test } from "node:test";
import { fold, hasTones, hitsIn, partsOf } from "../folding";

function found(source: string, query: string): string[] {
  return hitsIn(source, query).map(({ start, end }) => source.slice(start, end));
}

test("words without tones find words with them", () => {
  assert.deepEqual(found("Đảng uỷ và đảng viên", "dang"), ["Đảng", "đảng"]);
  assert.deepEqual(found("Bộ phận Văn thư", "van thu"), ["Văn thư"]);
});

test("tones that were typed are meant", () => {
  assert.deepEqual(found("bán, bàn, bản", "bàn"), ["bàn"]);
  assert.ok(hasTones("đ") && hasTones("ệ") && !hasTones("dang uy"));
});

test("letters put together or taken apart are the same letters", () => {
  const apart = "Kế hoạch".normalize("NFD");
  assert.deepEqual(found(apart, "kế hoạch"), [apart]);
  assert.deepEqual(found(apart, "ke hoach"), [apart]);
});

test("line breaks between words are blanks", () => {
  assert.deepEqual(found("trách \n  nhiệm", "trach nhiem"), ["trách \n  nhiệm"]);
});

test("Arabic is found without its vowels and with any alef", () => {
  assert.deepEqual(found("مُحَمَّد", "محمد"), ["مُحَمَّد"]);
  assert.deepEqual(found("الإدارة العامة", "الادارة"), ["الإدارة"]);
});

test("Hindi keeps its vowels", () => {
  assert.deepEqual(found("कि का", "का"), ["का"]);
  assert.deepEqual(found("राजभाषा विभाग", "विभाग"), ["विभाग"]);
});

test("letters that a PDF parted are found as one word", () => {
  assert.deepEqual(found("रा\u0002 ज भा षा", "राजभाषा"), ["रा\u0002 ज भा षा"]);
  assert.deepEqual(found("an to", "anto"), []);
});

test("nothing is found for nothing", () => {
  assert.deepEqual(hitsIn("abc", "  "), []);
});

test("a folded text knows where it came from", () => {
  const { text, at } = fold("A  đê", false);
  assert.equal(text, "a de");
  assert.deepEqual(at, [0, 1, 3, 4]);
});

test("a hit over three pieces of text has three parts", () => {
  const parts = partsOf({ start: 2, end: 11 }, [0, 5, 10], [5, 5, 5]);
  assert.deepEqual(parts, [
    { piece: 0, from: 2, to: 5 },
    { piece: 1, from: 0, to: 5 },
    { piece: 2, from: 0, to: 1 },
  ]);
});
