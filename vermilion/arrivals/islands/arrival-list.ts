// <arrival-list>: the rows of the inbox, drawn anew when something came or was dealt with. Marks and
// the place of the keyboard stay; under a pointer that rests on the list nothing moves.
// The element within it that has hx-trigger="redraw" fetches the rows.

import { Island } from "../../web/islands/island";

const WAKES = ["live:arrivals", "live:everything"];
const GATHER = 400;

export class ArrivalList extends Island {
  private timer: number | undefined;
  private waits = false;
  private marked = new Set<string>();
  private held = "";

  protected override begin(signal: AbortSignal): void {
    for (const wake of WAKES) {
      document.body.addEventListener(wake, () => this.soon(), { signal });
    }
    this.addEventListener("pointerleave", () => this.goOn(), { signal });
    this.addEventListener("htmx:beforeSwap", () => this.remember(), { signal });
    this.addEventListener("htmx:afterSettle", () => this.restore(), { signal });
  }

  protected override end(): void {
    clearTimeout(this.timer);
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      const rested = matchMedia("(hover: hover)").matches && this.matches(":hover");
      if (rested) this.waits = true;
      else this.redraw();
    }, GATHER);
  }

  private goOn(): void {
    if (this.waits) this.redraw();
  }

  private redraw(): void {
    this.waits = false;
    this.firstElementChild?.dispatchEvent(new CustomEvent("redraw"));
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
