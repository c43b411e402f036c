import assert from "node:assert/strict";
import { test } from "node:test";
import { forget, forgetOld, keyOf, read, same, write } from "../drafts";

/** The browser's store, as far as drafts need it. */
function aStore(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  };
}

const TYPED = { fields: { abstract: ["V/v triển khai"] }, at: 1000, sent: false };

test("what is kept is read again, each person's apart", () => {
  const store = aStore();
  write(store, keyOf("12", "registry.incoming"), TYPED);
  assert.deepEqual(read(store, keyOf("12", "registry.incoming")), TYPED);
  assert.equal(read(store, keyOf("13", "registry.incoming")), undefined);
});

test("rubbish in the store is no draft", () => {
  const store = aStore();
  store.setItem(keyOf("12", "f"), "{");
  assert.equal(read(store, keyOf("12", "f")), undefined);
});

test("a store that is full says so", () => {
  const full = {
    ...aStore(),
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  assert.equal(write(full, "draft:1:f", TYPED), false);
});

test("after two weeks drafts are forgotten, and nothing else is", () => {
  const store = aStore();
  const day = 24 * 3600 * 1000;
  write(store, keyOf("12", "old"), TYPED);
  write(store, keyOf("12", "new"), { ...TYPED, at: 20 * day });
  store.setItem("something", "else");
  forgetOld(store, 21 * day);
  assert.equal(read(store, keyOf("12", "old")), undefined);
  assert.ok(read(store, keyOf("12", "new")));
  forget(store, () => true);
  assert.equal(store.length, 1);
});

test("empty and missing fields are the same", () => {
  assert.ok(same({ a: [], b: ["1"] }, { b: ["1"] }));
  assert.ok(!same({ b: ["1"] }, { b: ["2"] }));
});
