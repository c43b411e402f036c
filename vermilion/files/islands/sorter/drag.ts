// Dragging a card of the sorter to another place: with mouse and pen at once, with a finger after it
// rested on the page for a moment, so that scrolling stays scrolling.

const FAR = 6;
const RESTS = 350;

/** The card under the pointer, and on which side of it the dragged one would come to lie. */
export interface Aim {
  readonly key: string;
  readonly behind: boolean;
}

export class Drag {
  private card: HTMLElement | undefined;
  private start = { x: 0, y: 0 };
  private going = false;
  private timer: number | undefined;
  private aim: Aim | undefined;

  constructor(
    private readonly within: HTMLElement,
    private readonly done: (key: string, aim: Aim) => void,
    signal: AbortSignal,
  ) {
    const listen = (what: string, act: (event: PointerEvent) => void): void =>
      within.addEventListener(what, act as EventListener, { signal });
    listen("pointerdown", (event) => this.down(event));
    listen("pointermove", (event) => this.moved(event));
    listen("pointerup", () => this.up());
    listen("pointercancel", () => this.stop());
    // Once a page hangs on the finger, the screen below it stands still.
    within.addEventListener(
      "touchmove",
      (event) => {
        if (this.going) event.preventDefault();
      },
      { signal, passive: false },
    );
    document.addEventListener(
      "keydown",
      (event) => {
        if (this.going && event.key === "Escape") this.stop();
      },
      { signal },
    );
  }

  private down(event: PointerEvent): void {
    const target = event.target as Element;
    const card = target.closest(".sorter__sheet")?.closest<HTMLElement>("[data-card]");
    if (!card || event.button !== 0 || !event.isPrimary) return;
    this.card = card;
    this.start = { x: event.clientX, y: event.clientY };
    if (event.pointerType === "touch") {
      this.timer = window.setTimeout(() => this.begin(event.pointerId), RESTS);
    }
  }

  private moved(event: PointerEvent): void {
    if (!this.card) return;
    const [across, down] = [event.clientX - this.start.x, event.clientY - this.start.y];
    if (!this.going) {
      if (Math.hypot(across, down) < FAR) return;
      if (event.pointerType === "touch") return this.stop();
      this.begin(event.pointerId);
    }
    this.card.style.setProperty("--across", `${across}px`);
    this.card.style.setProperty("--down", `${down}px`);
    this.take(this.aimAt(event));
  }

  private begin(pointer: number): void {
    if (!this.card) return;
    this.going = true;
    this.within.setPointerCapture(pointer);
    this.card.toggleAttribute("data-dragged", true);
  }

  private aimAt(event: PointerEvent): Aim | undefined {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const card = under?.closest<HTMLElement>("[data-card]");
    if (card && card !== this.card && this.within.contains(card)) {
      const box = card.getBoundingClientRect();
      const right = event.clientX > box.left + box.width / 2;
      const behind = right === (getComputedStyle(card).direction !== "rtl");
      return { key: card.dataset["key"] ?? "", behind };
    }
    // Beside the pages of a paper: behind its last one.
    const pages = under?.closest("[data-at]")?.querySelectorAll<HTMLElement>("[data-card]");
    const last = [...(pages ?? [])].filter((each) => each !== this.card).at(-1);
    return last ? { key: last.dataset["key"] ?? "", behind: true } : undefined;
  }

  private take(aim: Aim | undefined): void {
    for (const each of this.within.querySelectorAll("[data-aim]")) each.removeAttribute("data-aim");
    this.aim = aim;
    if (!aim) return;
    const card = this.within.querySelector(`[data-card][data-key="${CSS.escape(aim.key)}"]`);
    card?.setAttribute("data-aim", aim.behind ? "behind" : "before");
  }

  private up(): void {
    const { card, aim, going } = this;
    this.stop();
    if (card && aim && going) this.done(card.dataset["key"] ?? "", aim);
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.take(undefined);
    this.card?.removeAttribute("data-dragged");
    this.card?.style.removeProperty("--across");
    this.card?.style.removeProperty("--down");
    this.card = undefined;
    this.going = false;
  }
}
