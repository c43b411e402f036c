// <live-frame data-url="/live/" data-news="/news/" data-topics="notices arrivals" hidden>: what the
// frame of every page counts (the bell, the places of the rail) is fetched anew when something
// changed. Only parts that bear the same name (data-live) and say something else are replaced;
// nothing around them moves and no field is touched.

import { Island } from "../../web/islands/island";
import { type Hearer, type News, theLine } from "./line";

const GATHER = 800;
const BETWEEN = 3_000;

class LiveFrame extends Island implements Hearer {
  readonly about: readonly string[] = [];
  private timer: number | undefined;
  private fetched = Number.NEGATIVE_INFINITY;

  protected override begin(): void {
    theLine(this.dataset["url"] ?? "/live/").join(this);
  }

  protected override end(): void {
    clearTimeout(this.timer);
    theLine("").leave(this);
  }

  news(news: News): void {
    if (!news.everything && !this.topics.some((topic) => topic in news.topics)) return;
    if (this.timer !== undefined) return;
    const since = performance.now() - this.fetched;
    const wait = Math.max(GATHER * Math.random(), BETWEEN - since);
    this.timer = window.setTimeout(() => {
      this.timer = undefined;
      this.fetched = performance.now();
      void this.fetch();
    }, wait);
  }

  state(): void {}

  private async fetch(): Promise<void> {
    try {
      const answer = await fetch(this.dataset["news"] ?? "", { headers: { Unattended: "1" } });
      // Signed out: the answer is another page, and the line says so itself.
      if (!answer.ok || answer.redirected) return;
      this.show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      // The line is cut; its own words say so.
    }
  }

  private show(fresh: Document): void {
    for (const part of fresh.querySelectorAll<HTMLElement>("[data-live]")) {
      const name = CSS.escape(part.dataset["live"] ?? "");
      for (const place of document.querySelectorAll(`[data-live="${name}"]`)) {
        if (place.textContent?.trim() === part.textContent?.trim()) continue;
        place.replaceChildren(...[...part.childNodes].map((node) => node.cloneNode(true)));
      }
    }
  }

  private get topics(): string[] {
    return (this.dataset["topics"] ?? "").split(" ");
  }
}

customElements.define("live-frame", LiveFrame);
