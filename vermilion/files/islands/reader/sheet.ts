// One page on the table: its place, its picture, its text, and the marks laid over it.

import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Part } from "../../../web/islands/folding";
import type { Box } from "./boxes";
import { pdfjs } from "./engine";
import { type Size, turned } from "./zoom";

interface Look {
  readonly scale: number;
  readonly rotation: number;
}

// More than this, and tablets give up the picture.
const MOST_PIXELS = 14_000_000;

export type TextContent = Awaited<ReturnType<PDFPageProxy["getTextContent"]>>;

export class Sheet {
  readonly element = document.createElement("div");
  size: Size;
  scale = 1;
  private drawn: Look | undefined;
  private picture: HTMLCanvasElement | undefined;
  private text: InstanceType<typeof pdfjs.TextLayer> | undefined;
  private textElement: HTMLDivElement | undefined;
  private task: RenderTask | undefined;
  private readonly marks = document.createElement("div");

  constructor(
    readonly number: number,
    private readonly pdf: PDFDocumentProxy,
    private readonly textOf: (page: PDFPageProxy) => Promise<TextContent>,
    size: Size,
    label: string,
  ) {
    this.size = size;
    this.element.className = "reader-sheet";
    this.element.dataset["page"] = String(number);
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", label);
    this.marks.className = "reader-marks";
    this.marks.setAttribute("aria-hidden", "true");
    this.element.append(this.marks);
  }

  /** Take the room the page needs; true when that is another than before. */
  measure(size: Size, rotation: number): boolean {
    const { width, height } = turned(size, rotation);
    const style = this.element.style;
    const before = `${style.getPropertyValue("--w")}×${style.getPropertyValue("--h")}`;
    this.size = size;
    style.setProperty("--w", String(width));
    style.setProperty("--h", String(height));
    this.marks.dataset["turned"] = String(rotation);
    return before !== `${width}×${height}`;
  }

  page(): Promise<PDFPageProxy> {
    return this.pdf.getPage(this.number);
  }

  /** Show at a scale: at once by stretching the picture, sharp when it is drawn anew. */
  stretch(scale: number): void {
    if (scale === this.scale) return;
    this.scale = scale;
    this.element.style.setProperty("--scale", String(scale));
  }

  /** Whether there is a picture; `sharp` asks for one of this very scale. */
  isDrawn(rotation: number, sharp: boolean): boolean {
    return this.drawn?.rotation === rotation && (!sharp || this.drawn.scale === this.scale);
  }

  async draw(page: PDFPageProxy, turn: number): Promise<void> {
    const look = { scale: this.scale, rotation: turn };
    const rotation = (page.rotate + look.rotation) % 360;
    const room = page.getViewport({ scale: look.scale, rotation });
    const wished = look.scale * (window.devicePixelRatio || 1);
    const bearable = Math.sqrt(MOST_PIXELS / (room.width * room.height)) * look.scale;
    const viewport = page.getViewport({ scale: Math.min(wished, bearable), rotation });
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.floor(viewport.width));
    canvas.height = Math.max(1, Math.floor(viewport.height));
    canvas.setAttribute("role", "presentation");
    this.task = page.render({ canvas, viewport, annotationMode: pdfjs.AnnotationMode.ENABLE });
    await this.task.promise;
    this.task = undefined;
    this.discard(this.picture);
    this.picture = canvas;
    this.element.prepend(canvas);
    this.element.classList.remove("reader-sheet--failed");
    await this.lay(page, room, look);
    this.drawn = look;
    this.element.dataset["drawn"] = "";
  }

  private async lay(
    page: PDFPageProxy,
    viewport: ReturnType<PDFPageProxy["getViewport"]>,
    look: Look,
  ): Promise<void> {
    if (this.text && this.drawn?.rotation === look.rotation) {
      this.text.update({ viewport });
      return;
    }
    const element = document.createElement("div");
    element.className = "reader-text";
    const text = new pdfjs.TextLayer({
      textContentSource: await this.textOf(page),
      container: element,
      viewport,
    });
    await text.render();
    const end = document.createElement("div");
    end.className = "reader-text-end";
    element.append(end);
    this.textElement?.remove();
    this.textElement = element;
    this.text = text;
    this.marks.before(element);
    this.element.append(...(await linksOf(page, viewport)));
  }

  /** The places of parts of the page's text, as shares of the page as it is shown. */
  boxesOf(parts: readonly Part[]): Box[] {
    const whole = this.element.getBoundingClientRect();
    const boxes: Box[] = [];
    for (const part of parts) {
      const node = this.text?.textDivs[part.piece]?.firstChild;
      if (!node) continue;
      const range = document.createRange();
      range.setStart(node, Math.min(part.from, node.nodeValue?.length ?? 0));
      range.setEnd(node, Math.min(part.to, node.nodeValue?.length ?? 0));
      const { left, top, right, bottom } = range.getBoundingClientRect();
      boxes.push([
        (left - whole.left) / whole.width,
        (top - whole.top) / whole.height,
        (right - whole.left) / whole.width,
        (bottom - whole.top) / whole.height,
      ]);
    }
    return boxes;
  }

  get hasText(): boolean {
    return this.text !== undefined;
  }

  /** Lay marks of one kind over the page in place of those that were there. */
  mark(kind: string, boxes: readonly Box[]): HTMLElement[] {
    for (const old of this.marks.querySelectorAll(`.reader-mark--${kind}`)) old.remove();
    const marks = boxes.map((box) => markOf(kind, box));
    this.marks.append(...marks);
    return marks;
  }

  stop(): void {
    this.task?.cancel();
  }

  get failed(): boolean {
    return this.element.classList.contains("reader-sheet--failed");
  }

  fail(words: string): void {
    this.element.classList.add("reader-sheet--failed");
    this.element.dataset["words"] = words;
  }

  /** Give back what a page costs; its place stays. */
  drop(): void {
    this.task?.cancel();
    if (!this.drawn) return;
    this.discard(this.picture);
    this.picture = undefined;
    this.textElement?.remove();
    this.textElement = undefined;
    this.text = undefined;
    this.drawn = undefined;
    for (const link of this.element.querySelectorAll(".reader-link")) link.remove();
    this.mark("hit", []);
    delete this.element.dataset["drawn"];
    void this.page().then(
      (page) => page.cleanup(),
      () => {},
    );
  }

  private discard(canvas: HTMLCanvasElement | undefined): void {
    if (!canvas) return;
    canvas.remove();
    // Some browsers keep the memory until the picture has no size.
    canvas.width = 0;
    canvas.height = 0;
  }
}

function markOf(kind: string, [left, top, right, bottom]: Box): HTMLElement {
  const mark = document.createElement("div");
  mark.className = `reader-mark reader-mark--${kind}`;
  place(mark, [left, top, right, bottom]);
  return mark;
}

function place(element: HTMLElement, [left, top, right, bottom]: Box): void {
  // Paper has a left and a right whatever the language of the page around it.
  element.style.left = `${left * 100}%`;
  element.style.top = `${top * 100}%`;
  element.style.width = `${(right - left) * 100}%`;
  element.style.height = `${(bottom - top) * 100}%`;
}

async function linksOf(
  page: PDFPageProxy,
  viewport: ReturnType<PDFPageProxy["getViewport"]>,
): Promise<HTMLAnchorElement[]> {
  const links: HTMLAnchorElement[] = [];
  for (const annotation of await page.getAnnotations({ intent: "display" })) {
    if (annotation.subtype !== "Link" || !(annotation.url || annotation.dest)) continue;
    const [x1, y1, x2, y2] = viewport.convertToViewportRectangle(annotation.rect) as [
      number,
      number,
      number,
      number,
    ];
    const link = document.createElement("a");
    link.className = "reader-link";
    place(link, [
      Math.min(x1, x2) / viewport.width,
      Math.min(y1, y2) / viewport.height,
      Math.max(x1, x2) / viewport.width,
      Math.max(y1, y2) / viewport.height,
    ]);
    link.title = annotation.url ?? "";
    link.href = annotation.url ?? "#";
    if (annotation.url)
      Object.assign(link, { target: "_blank", rel: "noopener noreferrer nofollow" });
    else link.dataset["goal"] = JSON.stringify(annotation.dest);
    links.push(link);
  }
  return links;
}
