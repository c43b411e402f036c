// The one stream of a page: what changed, told to whoever on the page listens. It comes again by
// itself, each time a little later and never together with everybody else; where there is no
// stream the page asks from time to time. A page nobody looks at hangs up.

/** What changed: each topic with how much of it is new. `everything`: something was missed. */
export interface News {
  readonly topics: Readonly<Record<string, number>>;
  readonly everything: boolean;
}

/** How the line stands: told in words by those who show it. */
export type State = "live" | "asking" | "cut" | "ended";

export interface Hearer {
  /** Things this part of the page is about, as "document:12". */
  readonly about: readonly string[];
  news(news: News): void;
  state(state: State): void;
}

const HIDDEN_FOR = 5_000;
const ASK_EVERY = 45_000;
const STREAM_AGAIN = 180_000;
const CUT_AFTER = 6_000;

/** Milliseconds before the next try: longer each time, and spread, so that not all come at once. */
export function waitBefore(failures: number, chance: number): number {
  const most = Math.min(30_000, 1_000 * 2 ** failures);
  return Math.round(most / 2 + (most / 2) * chance);
}

export class Line {
  private readonly hearers = new Set<Hearer>();
  private source: EventSource | undefined;
  private last = "";
  private failures = 0;
  private now: State = "live";
  private retry: number | undefined;
  private asking: number | undefined;
  private hiding: number | undefined;
  private cut: number | undefined;

  constructor(private readonly url: string) {
    document.addEventListener("visibilitychange", () => this.seen());
    window.addEventListener("pagehide", () => this.hangUp());
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) this.dial();
    });
    window.addEventListener("online", () => this.dial());
    window.addEventListener("offline", () => this.tell("cut"));
  }

  join(hearer: Hearer): void {
    this.hearers.add(hearer);
    hearer.state(this.now);
    // Parts of one page come in one turn: one stream for all of them.
    clearTimeout(this.retry);
    this.retry = window.setTimeout(() => this.dial(), 50);
  }

  leave(hearer: Hearer): void {
    this.hearers.delete(hearer);
    if (this.hearers.size === 0) this.hangUp();
  }

  private dial(): void {
    this.hangUp();
    if (this.now === "ended" || this.hearers.size === 0) return;
    if (document.visibilityState === "hidden") return;
    const address = new URL(this.url, location.href);
    const about = new Set([...this.hearers].flatMap((hearer) => hearer.about));
    for (const each of about) address.searchParams.append("about", each);
    if (this.last) address.searchParams.set("last", this.last);
    const source = new EventSource(address);
    this.source = source;
    source.addEventListener("open", () => this.stands());
    source.addEventListener("error", () => this.broke(source.readyState === EventSource.CLOSED));
    source.addEventListener("message", (event) => this.heard(event));
    source.addEventListener("changed", (event) => {
      this.heard(event);
      this.spread({ topics: JSON.parse(event.data) as News["topics"], everything: false });
    });
    source.addEventListener("refresh", (event) => {
      this.heard(event);
      this.spread({ topics: {}, everything: true });
    });
    source.addEventListener("ended", (event) => this.ended(event.data as string));
  }

  private heard(event: MessageEvent): void {
    if (event.lastEventId) this.last = event.lastEventId;
  }

  private stands(): void {
    this.failures = 0;
    clearTimeout(this.cut);
    this.cut = undefined;
    this.tell("live");
  }

  /** The stream ended. `refused`: there is none for us here; ask instead, and try again later. */
  private broke(refused: boolean): void {
    this.hangUp();
    this.cut ??= window.setTimeout(() => this.tell("cut"), CUT_AFTER);
    if (refused) {
      this.ask();
      this.retry = window.setTimeout(() => this.dial(), STREAM_AGAIN);
      return;
    }
    this.retry = window.setTimeout(() => this.dial(), waitBefore(this.failures, Math.random()));
    this.failures += 1;
  }

  /** Without a stream: look again from time to time. */
  private ask(): void {
    clearTimeout(this.cut);
    this.cut = undefined;
    this.tell(navigator.onLine ? "asking" : "cut");
    const again = (): void => {
      this.asking = window.setTimeout(
        () => {
          if (navigator.onLine) this.spread({ topics: {}, everything: true });
          again();
        },
        ASK_EVERY * (0.8 + 0.4 * Math.random()),
      );
    };
    again();
  }

  private ended(why: string): void {
    this.hangUp();
    if (why === "signed-out") this.tell("ended");
    else if (why === "elsewhere") this.broke(true);
    else this.broke(false);
  }

  private seen(): void {
    clearTimeout(this.hiding);
    if (document.visibilityState === "visible") {
      if (!this.source) this.dial();
    } else {
      // Browsers give one server few lines: a page in the background leaves its own to others.
      this.hiding = window.setTimeout(() => this.hangUp(), HIDDEN_FOR);
    }
  }

  private hangUp(): void {
    clearTimeout(this.retry);
    clearTimeout(this.asking);
    this.source?.close();
    this.source = undefined;
  }

  private spread(news: News): void {
    for (const hearer of this.hearers) hearer.news(news);
    const topics = news.everything ? ["everything"] : Object.keys(news.topics);
    for (const topic of topics) {
      document.body.dispatchEvent(new CustomEvent(`live:${topic}`, { detail: news }));
    }
  }

  private tell(state: State): void {
    if (state === this.now) return;
    this.now = state;
    for (const hearer of this.hearers) hearer.state(state);
  }
}

let line: Line | undefined;

/** The line of this page. */
export function theLine(url: string): Line {
  line ??= new Line(url);
  return line;
}
