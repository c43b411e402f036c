// All pages under one another in a room that scrolls. Only what is near the eye is drawn.

import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Place } from "./place";
import { Sheet, type TextContent } from "./sheet";
import { type Size, scaleFor, turned, type Zoom } from "./zoom";

const A4: Size = { width: 595, height: 842 };
const KEPT_BEYOND_SIGHT = 3;
const SETTLED_AFTER = 140;

export interface Words {
  page(number: number): string;
  readonly pageFailed: string;
}

export interface Texts {
  of(number: number): Promise<TextContent>;
}

/** Tells `page` when another page is before the eye, `zoom` when the scale changed, `drawn` per sheet. */
export class Paper extends EventTarget {
  sheets: Sheet[] = [];
  zoom: Zoom = "width";
  rotation = 0;
  current = 1;
  private readonly table = document.createElement("div");
  private working: Sheet | undefined;
  private space: Size = A4;
  private settling: number | undefined;
  private frame: number | undefined;
  private readonly watch = new ResizeObserver(() => this.refit());

  constructor(
    readonly room: HTMLElement,
    private readonly words: Words,
  ) {
    super();
    this.table.className = "reader-table";
    room.append(this.table);
    room.addEventListener("scroll", () => this.soon(), { passive: true });
  }

  async open(pdf: PDFDocumentProxy, texts: Texts, place: Place): Promise<void> {
    const first = await pdf.getPage(1);
    const { width, height } = first.getViewport({ scale: 1 });
    this.zoom = place.zoom;
    this.rotation = place.rotation;
    this.sheets = Array.from({ length: pdf.numPages }, (_, index) => {
      const number = index + 1;
      const size = { width: width || A4.width, height: height || A4.height };
      return new Sheet(number, pdf, () => texts.of(number), size, this.words.page(number));
    });
    for (const sheet of this.sheets) sheet.measure(sheet.size, this.rotation);
    this.table.replaceChildren(...this.sheets.map((sheet) => sheet.element));
    this.watch.observe(this.room);
    this.rescale();
    this.goTo(place.page, place.within);
  }

  close(): void {
    this.watch.disconnect();
    for (const sheet of this.sheets) sheet.drop();
    this.sheets = [];
    this.table.replaceChildren();
  }

  /** Bring a page before the eye, `within` of its height below the upper edge. */
  goTo(number: number, within = 0): void {
    const sheet = this.sheets[Math.min(this.sheets.length, Math.max(1, number)) - 1];
    if (!sheet) return;
    const gap = this.room.getBoundingClientRect().top;
    const rect = sheet.element.getBoundingClientRect();
    const margin = within === 0 ? this.gap : 0;
    this.room.scrollBy({
      top: rect.top + within * rect.height - gap - margin,
      behavior: "instant",
    });
    this.update();
    this.stand(sheet.number);
  }

  get place(): Place {
    const sheet = this.sheets[this.at(this.room.scrollTop)];
    const element = sheet?.element;
    const within = element ? (this.room.scrollTop - element.offsetTop) / element.offsetHeight : 0;
    return {
      page: sheet?.number ?? 1,
      within: Math.min(1, Math.max(0, within)),
      zoom: this.zoom,
      rotation: this.rotation,
    };
  }

  /** Show at another size; the point under the finger (or the middle) stays where it is. */
  setZoom(zoom: Zoom, point?: { x: number; y: number }): void {
    this.zoom = zoom;
    this.holding(point, () => this.rescale());
  }

  rotate(by: number): void {
    const { page, within } = this.place;
    this.rotation = (this.rotation + by + 360) % 360;
    for (const sheet of this.sheets) sheet.measure(sheet.size, this.rotation);
    this.rescale();
    this.goTo(page, within);
  }

  /** Pixels for a point on the page before the eye. */
  get scale(): number {
    return this.sheets[this.current - 1]?.scale ?? 1;
  }

  private refit(): void {
    if (typeof this.zoom !== "number") this.holding(undefined, () => this.rescale());
    this.update();
  }

  private rescale(): void {
    if (!this.sheets.length || !this.room.clientWidth) return;
    const { width, height } = this.room.getBoundingClientRect();
    const gap = 2 * this.gap;
    // The room without the bar it scrolls by, whether that shows just now or not.
    this.space = { width: Math.min(width - 16, this.room.clientWidth) - gap, height: height - gap };
    for (const sheet of this.sheets) this.fit(sheet);
    clearTimeout(this.settling);
    this.settling = window.setTimeout(() => this.settle(), SETTLED_AFTER);
    this.tell("zoom");
  }

  /** Each page fits by itself: one that lies on its side does not make the others small. */
  private fit(sheet: Sheet): void {
    sheet.stretch(scaleFor(this.zoom, turned(sheet.size, this.rotation), this.space));
  }

  private get gap(): number {
    return Number.parseFloat(getComputedStyle(this.table).rowGap) || 0;
  }

  private settle(): void {
    this.settling = undefined;
    this.update();
  }

  /** Change the layout while a point of the paper keeps its place on the screen. */
  private holding(point: { x: number; y: number } | undefined, change: () => void): void {
    const room = this.room.getBoundingClientRect();
    const x = point?.x ?? room.left + room.width / 2;
    const y = point?.y ?? room.top + room.height / 2;
    const element = this.sheets[this.at(this.room.scrollTop + y - room.top)]?.element;
    const before = element?.getBoundingClientRect();
    change();
    if (!element || !before?.width) return;
    const after = element.getBoundingClientRect();
    this.room.scrollBy({
      left: after.left + ((x - before.left) / before.width) * after.width - x,
      top: after.top + ((y - before.top) / before.height) * after.height - y,
      behavior: "instant",
    });
    this.update();
  }

  private soon(): void {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.update();
    });
  }

  /** See where the eye is; give up what is far, draw what is near. */
  update(): void {
    if (!this.sheets.length) return;
    const { scrollTop, clientHeight } = this.room;
    const first = this.at(scrollTop);
    const last = this.at(scrollTop + clientHeight);
    this.stand(this.at(scrollTop + clientHeight * 0.4) + 1);
    this.sheets.forEach((sheet, index) => {
      const beyond = Math.max(first - index, index - last);
      if (beyond > KEPT_BEYOND_SIGHT) sheet.drop();
      else if (beyond > 1 && sheet === this.working) sheet.stop();
    });
    void this.work();
  }

  private stand(number: number): void {
    if (number === this.current) return;
    this.current = number;
    this.tell("page");
  }

  /** The index of the sheet at a height of the table. */
  private at(height: number): number {
    let low = 0;
    let high = this.sheets.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.sheets[middle]?.element.offsetTop ?? 0) <= height) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Draw one sheet after the other, always the one most wanted now. */
  private async work(): Promise<void> {
    if (this.working) return;
    for (let sheet = this.wanted(); sheet; sheet = this.wanted()) {
      this.working = sheet;
      await this.drawn(sheet);
    }
    this.working = undefined;
    this.tell("idle");
  }

  private wanted(): Sheet | undefined {
    const first = this.at(this.room.scrollTop);
    const last = this.at(this.room.scrollTop + this.room.clientHeight);
    const order = [this.current - 1];
    for (let index = first; index <= last; index += 1) order.push(index);
    order.push(last + 1, first - 1);
    const sharp = this.settling === undefined;
    return order
      .map((index) => this.sheets[index])
      .find((sheet) => sheet && !sheet.isDrawn(this.rotation, sharp) && !sheet.failed);
  }

  private async drawn(sheet: Sheet): Promise<void> {
    try {
      const page = await sheet.page();
      this.correct(sheet, page.getViewport({ scale: 1 }));
      await sheet.draw(page, this.rotation);
      this.dispatchEvent(new CustomEvent("drawn", { detail: sheet }));
    } catch (reason) {
      if ((reason as Error).name === "RenderingCancelledException" || !this.sheets.length) return;
      sheet.fail(this.words.pageFailed);
    }
  }

  /** A page is of another size than thought: what the eye rests on stays where it is. */
  private correct(sheet: Sheet, size: Size): void {
    const anchor = this.sheets[this.at(this.room.scrollTop)]?.element;
    const before = anchor?.getBoundingClientRect().top ?? 0;
    if (!sheet.measure({ width: size.width, height: size.height }, this.rotation)) return;
    this.fit(sheet);
    const moved = (anchor?.getBoundingClientRect().top ?? 0) - before;
    if (moved) this.room.scrollBy({ top: moved, behavior: "instant" });
  }

  private tell(what: string): void {
    this.dispatchEvent(new Event(what));
  }
}
