import assert from "node:assert/strict";
import { test } from "node:test";
import * as plans from "../sorter/plan";

const cards = (papers: number[]): plans.Start[] =>
  papers.map((paper, at) => ({
    key: `7-${at + 1}`,
    blob: 7,
    number: at + 1,
    place: at + 1,
    pages: 1,
    paper,
    turn: 0,
    out: paper === 0,
  }));
const laid = (papers: number[]): plans.Plan =>
  plans.planOf(
    cards(papers),
    new Map([
      [1, "a"],
      [2, "b"],
    ]),
  );
const turned = (pages: string): string => `${pages} turned`;
const shape = (plan: plans.Plan): string =>
  plan.map((paper) => paper.pages.map((page) => page.place).join("")).join("|");

test("what was proposed is laid out, and what is left out stays in its place", () => {
  const plan = laid([1, 1, 0, 2, 2]);
  assert.equal(shape(plan), "123|45");
  assert.deepEqual(JSON.parse(plans.written(plan)), {
    papers: [
      {
        name: "a",
        pages: [
          [7, 1, 0],
          [7, 2, 0],
        ],
      },
      {
        name: "b",
        pages: [
          [7, 4, 0],
          [7, 5, 0],
        ],
      },
    ],
  });
});

test("a paper begins at a page, and is joined with the one before", () => {
  const plan = laid([1, 1, 1]);
  assert.equal(shape(plans.split(plan, "7-2", "c")), "1|23");
  assert.equal(shape(plans.split(plan, "7-1", "c")), "123");
  assert.equal(shape(plans.join(plans.split(plan, "7-2", "c"), "7-3")), "123");
  assert.equal(plans.join(plan, "7-1"), plan);
});

test("a page moves within its paper and over its end", () => {
  const plan = laid([1, 1, 2]);
  assert.equal(shape(plans.move(plan, "7-1", 1)), "21|3");
  assert.equal(shape(plans.move(plan, "7-2", 1)), "1|23");
  assert.equal(shape(plans.move(plan, "7-3", -1)), "123");
  assert.equal(plans.move(plan, "7-1", -1), plan);
});

test("a file that is taken whole is neither turned nor joined", () => {
  const whole = plans.planOf(
    [{ ...cards([1])[0]!, number: 0 }, { ...cards([1, 2])[1]! }],
    new Map(),
  );
  assert.equal(plans.turn(whole, "7-1")[0]?.pages[0]?.turn, 0);
  assert.equal(plans.join(whole, "7-2"), whole);
  assert.equal(plans.move(whole, "7-2", -1), whole);
});

test("pages are said as people say them", () => {
  const [paper] = plans.turn(laid([1, 1, 1, 0, 1]), "7-2");
  assert.equal(plans.spans(plans.kept([paper!])[0]!.pages, turned), "1, 2 turned, 3, 5");
  assert.equal(plans.spans(laid([1, 1, 1])[0]!.pages, turned), "\u20661–3\u2069");
});

test("of papers without a page nothing comes", () => {
  assert.equal(plans.written(laid([0, 0])), '{"papers":[]}');
});

test("a page is laid beside any other, in its paper or another, and an emptied paper goes", () => {
  const plan = laid([1, 1, 1, 2]);
  assert.equal(shape(plans.lay(plan, "7-1", "7-3", true)), "231|4");
  assert.equal(shape(plans.lay(plan, "7-3", "7-1", false)), "312|4");
  assert.equal(shape(plans.lay(plan, "7-2", "7-4", false)), "13|24");
  assert.equal(shape(plans.lay(plan, "7-4", "7-1", true)), "1423");
  assert.equal(plans.lay(plan, "7-2", "7-2", true), plan);
});

test("a file taken whole is moved as a paper, and takes in no page", () => {
  const [one, two, three] = cards([1, 1, 2]);
  const whole = { ...three!, number: 0 };
  const plan = plans.planOf([one!, two!, whole], new Map());
  assert.equal(plans.lay(plan, "7-1", "7-3", true), plan);
  assert.equal(shape(plans.lay(plan, "7-3", "7-1", false)), "3|12");
});
