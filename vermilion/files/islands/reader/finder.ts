// Searching inside a document: page after page, the first hit as soon as it is known.

import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { hitsIn, type Part, partsOf } from "../../../web/islands/folding";
import { orderOfReading } from "./lines";
import type { TextContent } from "./sheet";

export interface Hit {
  readonly page: number;
  readonly parts: readonly Part[];
}

/** The text of pages, asked for once. */
export class TextsOfPages {
  private readonly kept = new Map<number, Promise<TextContent>>();

  constructor(private readonly pdf: PDFDocumentProxy) {}

  of(number: number): Promise<TextContent> {
    let text = this.kept.get(number);
    if (!text) {
      text = this.pdf
        .getPage(number)
        .then((page) => page.getTextContent({ disableNormalization: true }));
      this.kept.set(number, text);
    }
    return text;
  }
}

export class Finder {
  hits: Hit[] = [];
  chosen = -1;
  query = "";
  done = true;
  private asked = 0;

  constructor(
    private readonly pages: number,
    private readonly texts: TextsOfPages,
  ) {}

  /** Find all; `told` is called after each page that has some, and at the end. */
  async find(query: string, from: number, told: (firstChosen: boolean) => void): Promise<void> {
    const asked = ++this.asked;
    this.query = query.trim();
    this.hits = [];
    this.chosen = -1;
    this.done = this.query === "";
    told(false);
    for (let page = 1; page <= this.pages && !this.done; page += 1) {
      const found = await this.onPage(page);
      if (asked !== this.asked) return;
      if (!found.length) continue;
      const first = this.chosen === -1 && page >= from;
      if (first) this.chosen = this.hits.length;
      this.hits.push(...found);
      told(first);
    }
    if (asked !== this.asked) return;
    this.done = true;
    const wrapped = this.chosen === -1 && this.hits.length > 0;
    if (wrapped) this.chosen = 0;
    told(wrapped);
  }

  private async onPage(page: number): Promise<Hit[]> {
    const content = await this.texts.of(page);
    const items = content.items.filter((item) => "str" in item);
    const pieces = items.map(({ str, dir, transform, hasEOL }) => ({
      str,
      dir,
      x: Number(transform[4]),
      ends: hasEOL,
    }));
    const order = orderOfReading(pieces);
    const begins: number[] = [];
    const lengths: number[] = [];
    let source = "";
    for (const index of order) {
      const item = pieces[index];
      begins.push(source.length);
      lengths.push(item?.str.length ?? 0);
      source += item?.ends ? `${item.str} ` : item?.str;
    }
    return hitsIn(source, this.query).map((stretch) => {
      const parts = partsOf(stretch, begins, lengths);
      return { page, parts: parts.map((part) => ({ ...part, piece: order[part.piece] ?? 0 })) };
    });
  }

  /** Step to the next hit or back, round and round. */
  step(by: 1 | -1): Hit | undefined {
    if (!this.hits.length) return undefined;
    this.chosen = (this.chosen + by + this.hits.length) % this.hits.length;
    return this.hits[this.chosen];
  }

  clear(): void {
    this.asked += 1;
    this.query = "";
    this.hits = [];
    this.chosen = -1;
    this.done = true;
  }
}
