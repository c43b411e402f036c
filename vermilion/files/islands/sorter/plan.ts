// How pages are sorted into papers: plain values, and what each act makes of them.

export interface Page {
  readonly key: string;
  readonly blob: number;
  /** 0 stands for a whole file that is taken as it is. */
  readonly number: number;
  /** Where it lay at first, from 1: the number people know it by. */
  readonly place: number;
  readonly pages: number;
  readonly turn: number;
  readonly out: boolean;
}

export interface Paper {
  readonly name: string;
  readonly pages: readonly Page[];
}

export type Plan = readonly Paper[];

export interface Start extends Page {
  readonly paper: number;
}

/** The plan that was proposed. A page left out stays where it lies. */
export function planOf(cards: readonly Start[], names: ReadonlyMap<number, string>): Plan {
  const papers: { number: number; name: string; pages: Page[] }[] = [];
  for (const { paper, ...page } of cards) {
    const last = papers.at(-1);
    const number = paper || last?.number || 1;
    if (last?.number === number) last.pages.push(page);
    else papers.push({ number, name: names.get(number) ?? "", pages: [page] });
  }
  return papers.map(({ name, pages }) => ({ name, pages }));
}

/** Begin a new paper with this page. */
export function split(plan: Plan, key: string, name: string): Plan {
  return plan.flatMap((paper) => {
    const at = paper.pages.findIndex((page) => page.key === key);
    if (at < 1) return [paper];
    return [
      { ...paper, pages: paper.pages.slice(0, at) },
      { name, pages: paper.pages.slice(at) },
    ];
  });
}

/** Put the paper of this page behind the one before, unless either is a file taken whole. */
export function join(plan: Plan, key: string): Plan {
  const at = paperOf(plan, key);
  const [before, paper] = [plan[at - 1], plan[at]];
  if (!before || !paper || isWhole(before) || isWhole(paper)) return plan;
  const joined = { ...before, pages: [...before.pages, ...paper.pages] };
  return [...plan.slice(0, at - 1), joined, ...plan.slice(at + 1)];
}

/** Move a page by one place; at the end of its paper it goes over into the next. */
export function move(plan: Plan, key: string, by: 1 | -1): Plan {
  const at = paperOf(plan, key);
  const paper = plan[at];
  if (!paper) return plan;
  const place = paper.pages.findIndex((page) => page.key === key);
  const page = paper.pages[place];
  if (!page) return plan;
  if (isWhole(paper)) return swapped(plan, at, at + by);
  if (paper.pages[place + by]) return replaced(plan, at, swapped(paper.pages, place, place + by));
  const beside = plan[at + by];
  if (!beside || isWhole(beside)) return plan;
  const into = by > 0 ? [page, ...beside.pages] : [...beside.pages, page];
  const rest = paper.pages.filter((each) => each !== page);
  return replaced(replaced(plan, at, rest), at + by, into).filter((each) => each.pages.length > 0);
}

/** Lay a page before or behind another one, in whichever paper that lies; whole files stay whole. */
export function lay(plan: Plan, key: string, beside: string, behind: boolean): Plan {
  const [from, into] = [paperOf(plan, key), paperOf(plan, beside)];
  const [paper, other] = [plan[from], plan[into]];
  const page = paper?.pages.find((each) => each.key === key);
  if (!paper || !other || !page || key === beside) return plan;
  if (isWhole(paper)) {
    if (from === into) return plan;
    const rest = plan.filter((each) => each !== paper);
    const at = rest.indexOf(other) + (behind ? 1 : 0);
    return [...rest.slice(0, at), paper, ...rest.slice(at)];
  }
  if (isWhole(other)) return plan;
  return plan
    .map((each) => {
      const pages = each.pages.filter((one) => one !== page);
      if (each !== other) return { ...each, pages };
      const at = pages.findIndex((one) => one.key === beside) + (behind ? 1 : 0);
      return { ...each, pages: [...pages.slice(0, at), page, ...pages.slice(at)] };
    })
    .filter((each) => each.pages.length > 0);
}

export function turn(plan: Plan, key: string): Plan {
  return changed(plan, key, (page) =>
    page.number === 0 ? page : { ...page, turn: (page.turn + 90) % 360 },
  );
}

export function leaveOut(plan: Plan, key: string): Plan {
  return changed(plan, key, (page) => ({ ...page, out: !page.out }));
}

export function rename(plan: Plan, at: number, name: string): Plan {
  return plan.map((paper, place) => (place === at ? { ...paper, name } : paper));
}

/** What the form sends: the pages that are in a paper, and no paper without pages. */
export function written(plan: Plan): string {
  const papers = kept(plan).map(({ name, pages }) => ({
    name,
    pages: pages.map((page) => [page.blob, page.number, page.turn]),
  }));
  return JSON.stringify({ papers });
}

/** The papers that come of it. */
export function kept(plan: Plan): Paper[] {
  return plan
    .map((paper) => ({ ...paper, pages: paper.pages.filter((page) => !page.out) }))
    .filter((paper) => paper.pages.length > 0);
}

/** The pages of a paper as people say them: "1–3, 5 turned, 9". */
export function spans(pages: readonly Page[], asTurned: (numbers: string) => string): string {
  const runs: { first: number; last: number; turned: boolean }[] = [];
  for (const { place, turn: turned } of pages) {
    const run = runs.at(-1);
    if (run && run.last + 1 === place && run.turned === turned > 0) run.last = place;
    else runs.push({ first: place, last: place, turned: turned > 0 });
  }
  return runs
    .map(({ first, last, turned }) => {
      // A span reads from left to right also among words that do not.
      const numbers = first === last ? `${first}` : `\u2066${first}–${last}\u2069`;
      return turned ? asTurned(numbers) : numbers;
    })
    .join(", ");
}

export function paperOf(plan: Plan, key: string): number {
  return plan.findIndex((paper) => paper.pages.some((page) => page.key === key));
}

function isWhole(paper: Paper): boolean {
  return paper.pages.some((page) => page.number === 0);
}

function changed(plan: Plan, key: string, change: (page: Page) => Page): Plan {
  return plan.map((paper) => ({
    ...paper,
    pages: paper.pages.map((page) => (page.key === key ? change(page) : page)),
  }));
}

function replaced(plan: Plan, at: number, pages: readonly Page[]): Plan {
  return plan.map((paper, place) => (place === at ? { ...paper, pages } : paper));
}

function swapped<T>(list: readonly T[], one: number, other: number): readonly T[] {
  const [a, b] = [list[one], list[other]];
  if (a === undefined || b === undefined) return list;
  return list.map((each, place) => (place === one ? b : place === other ? a : each));
}
