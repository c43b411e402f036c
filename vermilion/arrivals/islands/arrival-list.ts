// <arrival-list>: the rows of the inbox, drawn anew when something came or was dealt with. Marks and
// the place of the keyboard stay. Under a pointer that works on the list nothing moves: it waits
// until the pointer has left, or has lain still for a while.
// The element within it that has hx-trigger="redraw" fetches the rows.

import { Island } from "../../web/islands/island";

const WAKES = ["live:arrivals", "live:everything"];
const GATHER = 400;
const STILL_AFTER = 8_000;

export class ArrivalList extends Island {
  private timer: number | undefined;
  private moved = Number.NEGATIVE_INFINITY;
  private marked = new Set<string>();
  private held = "";

  protected override begin(signal: AbortSignal): void {
    for (const wake of WAKES) {
      document.body.addEventListener(wake, () => this.soon(), { signal });
    }
    this.addEventListener("pointermove", () => (this.moved = performance.now()), { signal });
    this.addEventListener("pointerleave", () => this.left(), { signal });
    this.addEventListener("htmx:beforeSwap", (event) => this.arrived(event as CustomEvent), {
      signal,
    });
    this.addEventListener("htmx:afterSettle", () => this.restore(), { signal });
  }

  protected override end(): void {
    clearTimeout(this.timer);
  }

  private soon(after = GATHER): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.redraw(), after);
  }

  private get isWorkedOn(): boolean {
    return this.matches(":hover") && performance.now() - this.moved < STILL_AFTER;
  }

  private left(): void {
    this.moved = Number.NEGATIVE_INFINITY;
    if (this.timer !== undefined) this.soon();
  }

  private redraw(): void {
    if (this.isWorkedOn) return this.soon(STILL_AFTER);
    this.timer = undefined;
    this.firstElementChild?.dispatchEvent(new CustomEvent("redraw"));
  }

  /** Rows that come while the pointer is at work are fetched once more when it is done. */
  private arrived(event: CustomEvent<{ shouldSwap: boolean }>): void {
    if (this.isWorkedOn) {
      event.detail.shouldSwap = false;
      this.soon(STILL_AFTER);
    } else this.remember();
  }

  private get boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>("input[name=arrival]")];
  }

  private remember(): void {
    this.marked = new Set(this.boxes.filter((box) => box.checked).map((box) => box.value));
    const at = document.activeElement;
    const within = at && at !== document.body && this.contains(at) ? at : null;
    this.held = within ? wayTo(within) : "";
  }

  private restore(): void {
    for (const box of this.boxes) box.checked ||= this.marked.has(box.value);
    if (this.held) this.querySelector<HTMLElement>(this.held)?.focus({ preventScroll: true });
    this.held = "";
  }
}

/** How to find a mark or a row again after it was drawn anew. */
function wayTo(at: Element): string {
  if (at instanceof HTMLInputElement) return `input[name="${at.name}"][value="${at.value}"]`;
  const path = at.getAttribute("href");
  return path ? `a[href="${CSS.escape(path)}"]` : "";
}

customElements.define("arrival-list", ArrivalList);
