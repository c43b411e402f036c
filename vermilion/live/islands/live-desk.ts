// <live-desk data-topics="desk register" data-about="document:12">: says quietly that something
// changed. Counts refresh by themselves; rows never move under the hand: new ones are offered.
//   data-counts="/…?fragment=counts" data-counts-into="id"   fetched anew when something changed
//   data-rows="/…?fragment=rows" data-rows-into="id"         fetched when the offer is taken; else
//                                                            its link is followed
// Markup: vermilion/live/templates/live/desk.html.

import htmx from "../../web/islands/htmx";
import { Island } from "../../web/islands/island";
import { type Hearer, type News, type State, theLine } from "./line";

const GATHER = 1_000;
const BETWEEN = 4_000;

class LiveDesk extends Island implements Hearer {
  private fresh = 0;
  private timer: number | undefined;
  private fetched = 0;

  protected override begin(signal: AbortSignal): void {
    theLine(this.dataset["url"] ?? "/live/").join(this);
    this.piece("take").addEventListener("click", (event) => void this.take(event), { signal });
  }

  protected override end(): void {
    clearTimeout(this.timer);
    theLine("").leave(this);
  }

  get about(): string[] {
    return (this.dataset["about"] ?? "").split(" ").filter(Boolean);
  }

  news(news: News): void {
    const mine = this.topics.filter((topic) => topic in news.topics);
    if (!news.everything && mine.length === 0) return;
    this.fresh += mine.reduce((sum, topic) => sum + (news.topics[topic] ?? 0), 0);
    // Of one paper it is enough to know that it is not as it lies here.
    if (this.fresh > 0 || mine.includes("paper")) this.offer();
    this.soon();
  }

  state(state: State): void {
    const words = { live: "", asking: "", cut: this.say("cut"), ended: this.say("ended") };
    const place = this.piece("state");
    if (place.textContent !== words[state]) place.textContent = words[state];
    place.hidden = words[state] === "";
  }

  private offer(): void {
    this.piece("offer").hidden = false;
    this.piece("words").textContent =
      this.fresh > 0 ? this.say("fresh", { count: this.fresh }) : this.say("changed");
  }

  /** Counts: after a moment, so that many desks do not ask at once, and not all the time. */
  private soon(): void {
    if (!this.dataset["counts"] || this.timer !== undefined) return;
    const since = Date.now() - this.fetched;
    const wait = Math.max(GATHER * Math.random(), BETWEEN - since);
    this.timer = window.setTimeout(() => {
      this.timer = undefined;
      this.fetched = Date.now();
      void this.fill("counts");
    }, wait);
  }

  private async take(event: Event): Promise<void> {
    if (!this.dataset["rows"]) return;
    event.preventDefault();
    await this.fill("rows");
    this.fresh = 0;
    this.piece("offer").hidden = true;
  }

  private async fill(what: "counts" | "rows"): Promise<void> {
    const target = document.getElementById(this.dataset[`${what}Into`] ?? "");
    const address = this.dataset[what];
    if (!target || !address) return;
    const headers = { Unattended: "1" };
    await htmx.ajax("get", address, { target, swap: "innerHTML", headers });
  }

  private get topics(): string[] {
    return (this.dataset["topics"] ?? "desk").split(" ");
  }
}

customElements.define("live-desk", LiveDesk);
