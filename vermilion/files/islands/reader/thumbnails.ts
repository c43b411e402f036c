// A column of small pages to go by. Each is drawn when it comes into sight and the big one rests.

import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { pdfjs } from "./engine";

const WIDTH = 104;
const MOST_KEPT = 80;

export class Thumbnails {
  private readonly buttons: HTMLButtonElement[] = [];
  private readonly wanted = new Set<HTMLButtonElement>();
  private readonly kept: HTMLButtonElement[] = [];
  private working = false;
  private readonly sight: IntersectionObserver;

  constructor(
    private readonly list: HTMLElement,
    private readonly pdf: PDFDocumentProxy,
    label: (number: number) => string,
    private readonly mayWork: () => boolean,
  ) {
    this.sight = new IntersectionObserver((entries) => this.seen(entries), {
      root: list,
      rootMargin: "200px 0px",
    });
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "reader-thumb";
      button.dataset["page"] = String(number);
      button.setAttribute("aria-label", label(number));
      button.append(Object.assign(document.createElement("span"), { textContent: String(number) }));
      this.buttons.push(button);
      this.sight.observe(button);
    }
    list.replaceChildren(...this.buttons);
  }

  show(current: number): void {
    for (const button of this.list.querySelectorAll("[aria-current]")) {
      button.removeAttribute("aria-current");
    }
    const button = this.buttons[current - 1];
    button?.setAttribute("aria-current", "page");
    if (!button || this.list.hidden) return;
    const { top, bottom } = button.getBoundingClientRect();
    const list = this.list.getBoundingClientRect();
    if (top < list.top) this.list.scrollBy({ top: top - list.top - 8 });
    else if (bottom > list.bottom) this.list.scrollBy({ top: bottom - list.bottom + 8 });
  }

  close(): void {
    this.sight.disconnect();
    this.wanted.clear();
    this.list.replaceChildren();
  }

  private seen(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const button = target as HTMLButtonElement;
      if (isIntersecting && !button.querySelector("canvas")) this.wanted.add(button);
      else this.wanted.delete(button);
    }
    void this.work();
  }

  async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    for (const button of this.wanted) {
      if (!this.mayWork()) break;
      this.wanted.delete(button);
      await this.draw(button).catch(() => {});
    }
    this.working = false;
  }

  private async draw(button: HTMLButtonElement): Promise<void> {
    const page = await this.pdf.getPage(Number(button.dataset["page"]));
    const upright = page.getViewport({ scale: 1 });
    const scale = (WIDTH / upright.width) * Math.min(2, window.devicePixelRatio || 1);
    const viewport = page.getViewport({ scale });
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    canvas.setAttribute("role", "presentation");
    await page.render({ canvas, viewport, annotationMode: pdfjs.AnnotationMode.ENABLE }).promise;
    button.querySelector("canvas")?.remove();
    button.prepend(canvas);
    this.kept.push(button);
    if (this.kept.length > MOST_KEPT) this.kept.shift()?.querySelector("canvas")?.remove();
  }
}
