// The search bar of the reader: counting hits, stepping through them, marking them on the paper.

import type { Island } from "../../../web/islands/island";
import type { Finder, Hit } from "./finder";
import type { Paper } from "./paper";

/** The parts of the markup that searching shows itself in. */
export interface SearchParts {
  readonly field: HTMLInputElement;
  readonly count: HTMLElement;
  readonly steps: readonly HTMLButtonElement[];
  readonly live: HTMLElement;
}

export class Searching {
  private awaited = 0;

  constructor(
    private readonly words: Island,
    private readonly parts: SearchParts,
    private readonly paper: Paper,
    private readonly finder: Finder,
  ) {}

  find(query: string): void {
    void this.finder.find(query, this.paper.current, (first) => this.tell(first));
  }

  clear(): void {
    this.finder.clear();
    this.parts.field.value = "";
    this.tell(false);
  }

  step(by: 1 | -1): void {
    const hit = this.finder.step(by);
    if (!hit) return;
    this.tell(true);
    this.parts.live.textContent = this.parts.count.textContent;
  }

  private tell(goToChosen: boolean): void {
    const { hits, chosen, done, query } = this.finder;
    const facts = { hit: chosen + 1, hits: hits.length };
    const words =
      hits.length || !done
        ? this.words.say(done ? "hits" : "hitsSoFar", facts)
        : this.words.say("nothing");
    this.parts.count.textContent = query ? words : "";
    for (const button of this.parts.steps) button.disabled = !hits.length;
    for (const sheet of this.paper.sheets) this.mark(sheet.number);
    if (goToChosen) this.bring(hits[chosen]);
    if (done && query) this.parts.live.textContent = words;
  }

  private bring(hit: Hit | undefined): void {
    if (!hit) return;
    this.sight(hit.page, this.paper.room.querySelector<HTMLElement>(".reader-mark--chosen"));
  }

  /** Mark the hits of a page that is drawn. */
  mark(number: number): void {
    const sheet = this.paper.sheets[number - 1];
    if (!sheet?.hasText) return;
    const chosen = this.finder.hits[this.finder.chosen];
    const others = this.finder.hits.filter((hit) => hit.page === number && hit !== chosen);
    sheet.mark(
      "hit",
      others.flatMap((hit) => sheet.boxesOf(hit.parts)),
    );
    const marks = sheet.mark("chosen", chosen?.page === number ? sheet.boxesOf(chosen.parts) : []);
    if (marks[0] && this.awaited === number) this.sight(number, marks[0]);
  }

  /** Bring a mark before the eye; where its page is not drawn yet, the page first. */
  private sight(page: number, mark: HTMLElement | null): void {
    this.awaited = mark ? 0 : page;
    if (mark) bringIntoSight(mark, this.paper.room);
    else this.paper.goTo(page);
  }
}

/** Move only what must be moved. */
export function bringIntoSight(mark: HTMLElement, room: HTMLElement): void {
  const seen = mark.getBoundingClientRect();
  const frame = room.getBoundingClientRect();
  const above = seen.top < frame.top || seen.bottom > frame.bottom;
  const aside = seen.left < frame.left || seen.right > frame.right;
  const middle = frame.height / 3;
  if (above) room.scrollBy({ top: seen.top - frame.top - middle, behavior: "instant" });
  if (aside) room.scrollBy({ left: seen.left - frame.left - frame.width / 4, behavior: "instant" });
}
