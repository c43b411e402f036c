// <paper-presence data-about="document:12" data-here="/live/present/…">: who else has this paper
// open, and whether they write. Says so every twenty seconds while the page is looked at.

import { Island, isTyping } from "../../web/islands/island";
import { type Hearer, type News, theLine } from "./line";

const EVERY = 20_000;
const WRITES_FOR = 30_000;

interface Present {
  readonly name: string;
  readonly post: string;
  readonly writing: boolean;
}

class PaperPresence extends Island implements Hearer {
  private readonly window_ = crypto.randomUUID();
  private wrote = Number.NEGATIVE_INFINITY;
  private writing = false;
  private timer: number | undefined;

  protected override begin(signal: AbortSignal): void {
    theLine(this.dataset["url"] ?? "/live/").join(this);
    document.addEventListener("input", (event) => this.typed(event), { signal });
    document.addEventListener(
      "visibilitychange",
      () => {
        if (document.visibilityState === "visible") void this.here();
      },
      { signal },
    );
    window.addEventListener("pagehide", () => this.gone(), { signal });
    this.timer = window.setInterval(() => {
      if (document.visibilityState === "visible") void this.here();
    }, EVERY);
    void this.here();
  }

  protected override end(): void {
    clearInterval(this.timer);
    theLine("").leave(this);
  }

  get about(): string[] {
    return [this.dataset["about"] ?? ""];
  }

  news(news: News): void {
    if (news.everything || "presence" in news.topics) void this.ask();
  }

  state(): void {}

  private typed(event: Event): void {
    const field = event.target;
    if (!isTyping(field) || !(field as HTMLElement).closest("form[method=post]")) return;
    this.wrote = Date.now();
    if (!this.writing) void this.here();
  }

  private async here(): Promise<void> {
    this.writing = Date.now() - this.wrote < WRITES_FOR;
    await this.send(this.body(this.writing ? "writing" : "reading"));
  }

  private async ask(): Promise<void> {
    try {
      const answer = await fetch(this.address, { headers: { Unattended: "1" } });
      if (answer.ok) this.show((await answer.json()).others as Present[]);
    } catch {
      // The line is cut; its own words say so.
    }
  }

  private async send(body: FormData): Promise<void> {
    try {
      const answer = await fetch(this.address, {
        method: "POST",
        body,
        headers: { Unattended: "1" },
      });
      if (answer.ok) this.show((await answer.json()).others as Present[]);
    } catch {
      // The same.
    }
  }

  private gone(): void {
    navigator.sendBeacon(this.address, this.body("gone"));
  }

  private body(doing: string): FormData {
    const body = new FormData();
    body.set("doing", doing);
    body.set("window", this.window_);
    body.set("csrfmiddlewaretoken", this.dataset["token"] ?? "");
    return body;
  }

  private show(others: readonly Present[]): void {
    const list = this.piece("others");
    const words = others.map((each) =>
      this.say(each.writing ? "writing" : "reading", { name: each.name, post: each.post }),
    );
    // Said again only when it changed: a screen reader would repeat it otherwise.
    if ([...list.children].map((each) => each.textContent).join("\n") === words.join("\n")) return;
    list.replaceChildren(
      ...words.map((each, index) => {
        const item = document.createElement("li");
        item.textContent = each;
        item.className = others[index]?.writing ? "present present--writing" : "present";
        return item;
      }),
    );
    this.piece("all").hidden = others.length === 0;
  }

  private get address(): string {
    return this.dataset["here"] ?? "";
  }
}

customElements.define("paper-presence", PaperPresence);
