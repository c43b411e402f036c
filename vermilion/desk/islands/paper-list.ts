// <paper-list>: a list of papers that can be marked and opened beside itself.
//   Shift and a press on a box marks all from the last one pressed to here; so does Shift+X.
//   The line whose paper lies open is said so; on a narrow screen the paper takes the place of
//   the list. Columns of a table are drawn wider by the edge of their head, or by arrows on it.
// Without it: boxes are pressed one by one, lines are links, widths are typed on their page.

import { Island } from "../../web/islands/island";

/** What htmx tells of a request, as far as it is asked for here. */
interface Asking {
  target: Element;
  xhr: XMLHttpRequest;
  shouldSwap: boolean;
}

export class PaperList extends Island {
  private last: HTMLInputElement | null = null;
  private asked: XMLHttpRequest | null = null;

  protected override begin(signal: AbortSignal): void {
    this.addEventListener("click", (event) => this.pressed(event), { signal });
    this.addEventListener("change", () => this.count(), { signal });
    document.addEventListener("reset", () => setTimeout(() => this.count(), 0), { signal });
    // Before the keys of the page, to which Shift+X is an X.
    document.addEventListener("keydown", (event) => this.key(event), { signal, capture: true });
    document.addEventListener("htmx:beforeRequest", (event) => this.asks(event), { signal });
    document.addEventListener("htmx:beforeSwap", (event) => this.comes(event), { signal });
    document.addEventListener("htmx:afterSwap", (event) => this.opened(event), { signal });
    for (const head of this.querySelectorAll<HTMLElement>(".papers__head")) this.grip(head, signal);
    this.count();
  }

  private boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>("input[name=slip]")];
  }

  private pressed(event: MouseEvent): void {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.name !== "slip") return;
    if (event.shiftKey && this.last && this.last !== box) this.range(this.last, box);
    this.last = box;
  }

  private range(from: HTMLInputElement, to: HTMLInputElement): void {
    const boxes = this.boxes();
    const [first, last] = [boxes.indexOf(from), boxes.indexOf(to)].sort((a, b) => a - b);
    for (const box of boxes.slice(first, (last ?? 0) + 1)) box.checked = to.checked;
    this.count();
  }

  /** Shift+X marks from the last marked line to the one at hand. */
  private key(event: KeyboardEvent): void {
    if (!event.shiftKey || event.code !== "KeyX" || event.ctrlKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement && event.target.type !== "checkbox") return;
    if (
      event.target instanceof Element &&
      event.target.closest("textarea, select, [contenteditable]")
    )
      return;
    const box = this.querySelector<HTMLInputElement>('[data-key-item="here"] input[name=slip]');
    if (!box) return;
    box.checked = true;
    if (this.last && this.last !== box) this.range(this.last, box);
    this.last = box;
    this.count();
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  private count(): void {
    const marked = this.boxes().filter((box) => box.checked).length;
    const words = document.querySelector("#marks [data-part=count]");
    if (words) words.textContent = marked ? this.say("marked", { count: String(marked) }) : "";
  }

  private asks(event: Event): void {
    const { target, xhr } = (event as CustomEvent<Asking>).detail;
    if (target.id === "thing") this.asked = xhr;
  }

  /** On a slow line papers come in another order than they were asked for: the last one stays. */
  private comes(event: Event): void {
    const { detail } = event as CustomEvent<Asking>;
    // The first one may have been asked for before this was there to see it.
    if (detail.target.id !== "thing" || !this.asked) return;
    if (detail.xhr !== this.asked) detail.shouldSwap = false;
  }

  /** A paper came beside the list: say which line it is, and show it where there is room for one. */
  private opened(event: Event): void {
    const target = (event as CustomEvent<{ target: Element }>).detail.target;
    if (target.id !== "thing") return;
    const { pathInfo } = (event as CustomEvent<{ pathInfo?: { requestPath: string } }>).detail;
    const address = new URL(pathInfo?.requestPath ?? "", location.href);
    const paper = address.searchParams.get("chosen");
    // The first paper comes by itself: whoever has gone on by keyboard meanwhile stays there.
    const byItself = address.searchParams.get("fragment") === "thing";
    for (const row of this.querySelectorAll<HTMLElement>("[data-paper]")) {
      const here = row.dataset["paper"] === paper;
      row.toggleAttribute("aria-current", here);
      if (here) row.setAttribute("aria-current", "true");
      if (byItself) continue;
      if (here || row.dataset["keyItem"] === "here") row.dataset["keyItem"] = here ? "here" : "";
    }
    if (byItself) return;
    const bench = this.closest<HTMLElement>(".workbench");
    if (bench) bench.dataset["shows"] = "thing";
    if (matchMedia("(width < 48rem)").matches) window.scrollTo(0, 0);
    target.scrollTop = 0;
  }

  private grip(head: HTMLElement, signal: AbortSignal): void {
    const grip = document.createElement("span");
    grip.className = "papers__head-grip";
    grip.tabIndex = 0;
    grip.setAttribute("role", "separator");
    grip.setAttribute("aria-orientation", "vertical");
    grip.setAttribute("aria-label", this.say("width", { column: head.innerText.trim() }));
    const [least, most] = [40, 800];
    grip.setAttribute("aria-valuemin", String(least));
    grip.setAttribute("aria-valuemax", String(most));
    grip.setAttribute("aria-valuenow", String(Math.round(head.getBoundingClientRect().width)));
    head.append(grip);
    const away = document.documentElement.dir === "rtl" ? -1 : 1;
    const draw = (width: number): void => {
      const wide = Math.round(Math.max(least, Math.min(most, width)));
      this.column(head)?.setAttribute("width", String(wide));
      grip.setAttribute("aria-valuenow", String(wide));
    };
    grip.addEventListener(
      "pointerdown",
      (event) => {
        event.preventDefault();
        grip.setPointerCapture(event.pointerId);
        const [begin, width] = [event.clientX, head.getBoundingClientRect().width];
        grip.onpointermove = (moved) => draw(width + (moved.clientX - begin) * away);
        grip.onpointerup = () => {
          grip.onpointermove = grip.onpointerup = null;
          this.keep(head);
        };
      },
      { signal },
    );
    grip.addEventListener(
      "keydown",
      (event) => {
        const step = { ArrowRight: 16, ArrowLeft: -16 }[event.key];
        if (!step) return;
        event.preventDefault();
        draw(head.getBoundingClientRect().width + step * away);
        this.keep(head);
      },
      { signal },
    );
  }

  private column(head: HTMLElement): Element | null {
    return this.querySelector(`col[data-column="${head.dataset["column"] ?? ""}"]`);
  }

  private keep(head: HTMLElement): void {
    const body = new FormData();
    body.set("column", head.dataset["column"] ?? "");
    body.set("width", this.column(head)?.getAttribute("width") ?? "");
    const token = document.querySelector<HTMLInputElement>("#marks [name=csrfmiddlewaretoken]");
    body.set("csrfmiddlewaretoken", token?.value ?? "");
    void fetch(this.dataset["widths"] ?? "", { method: "POST", body }).catch(() => {});
  }
}

customElements.define("paper-list", PaperList);
