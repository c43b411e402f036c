// <pdf-reader>: reads a PDF over range requests. The markup, with every word in it, is
// files/reader.html; without script its page images and the link to the file remain.

import { Island, isComposing, isTyping } from "../../web/islands/island";
import { type Box, turnedBox } from "./reader/boxes";
import { CannotOpen, type Opened, open, pageOf, type Trouble } from "./reader/engine";
import { Finder, TextsOfPages } from "./reader/finder";
import { listenForPinches } from "./reader/gestures";
import { actOf } from "./reader/keys";
import { listenForMarks } from "./reader/marking";
import { Paper } from "./reader/paper";
import { remember, remembered } from "./reader/place";
import { bringIntoSight, Searching } from "./reader/searching";
import { easeSelection } from "./reader/selection";
import { Thumbnails } from "./reader/thumbnails";
import { shareOf, step, zoomFrom } from "./reader/zoom";
import { showZoom } from "./reader/zoom-choice";

type Note = "loading" | "silent" | "password" | Trouble;

const ANNOUNCED_AFTER = 700;

export class PdfReader extends Island {
  private paper: Paper | undefined;
  private opened: Opened | undefined;
  private searching: Searching | undefined;
  private thumbnails: Thumbnails | undefined;
  private shown: { page: number; box: Box } | undefined;
  private announcing: number | undefined;

  protected override begin(signal: AbortSignal): void {
    this.need(".reader-bar").hidden = false;
    this.need(".reader-body").hidden = false;
    this.listen(signal);
    void this.open();
  }

  protected override end(): void {
    this.keepPlace();
    this.close();
  }

  /** Show another document in the same frame. */
  read(source: string, name: string): void {
    this.keepPlace();
    this.dataset["source"] = source;
    this.room.setAttribute("aria-label", name);
    this.close();
    void this.open();
  }

  /** Turn to a page and mark a place on it, given as shares of the page from its upper left. */
  highlight(page: number, box: Box): void {
    this.shown = { page, box };
    if (!this.paper?.sheets.length) return;
    for (const sheet of this.paper.sheets) sheet.mark("shown", []);
    const boxes = [turnedBox(box, this.paper.rotation)];
    const [mark] = this.paper.sheets[page - 1]?.mark("shown", boxes) ?? [];
    if (mark) bringIntoSight(mark, this.room);
  }

  // Opening.

  private async open(): Promise<void> {
    this.note("loading");
    const source = this.source;
    const { worker = "", cmaps = "", fonts = "", decoders = "" } = this.dataset;
    try {
      const opened = await open(
        source,
        { worker, cmaps, fonts, decoders },
        {
          silent: (is) => this.note(is ? "silent" : undefined),
          password: (again) => this.askPassword(again),
          failed: (trouble) => this.note(trouble),
        },
      );
      if (source !== this.source || !this.isConnected) return void opened.close();
      this.opened = opened;
      await this.lay(opened);
    } catch (reason) {
      this.note(reason instanceof CannotOpen ? reason.trouble : "damaged");
    }
  }

  private async lay({ pdf }: Opened): Promise<void> {
    const texts = new TextsOfPages(pdf);
    const label = (number: number): string =>
      this.say("page", { page: number, pages: pdf.numPages });
    this.paper ??= this.layTable(label);
    this.searching = this.layBar(this.paper, new Finder(pdf.numPages, texts));
    this.piece("pages").textContent = String(pdf.numPages);
    this.thumbnails = new Thumbnails(
      this.thumbs,
      pdf,
      label,
      () => this.dataset["state"] === "ready",
    );
    await this.paper.open(pdf, texts, remembered(this.source));
  }

  private layTable(label: (number: number) => string): Paper {
    const paper = new Paper(this.room, { page: label, pageFailed: this.say("pageFailed") });
    paper.addEventListener("page", () => this.turned());
    paper.addEventListener("zoom", () => this.zoomed());
    paper.addEventListener("idle", () => void this.thumbnails?.work());
    paper.addEventListener("drawn", (event) => this.drawn((event as CustomEvent).detail.number));
    listenForPinches(this.room, (factor, point) => {
      paper.setZoom(shareOf(paper.scale) * factor, point);
    });
    return paper;
  }

  private layBar(paper: Paper, finder: Finder): Searching {
    const steps = [
      ...this.querySelectorAll<HTMLButtonElement>("[data-act=hit-next], [data-act=hit-previous]"),
    ];
    const parts = {
      field: this.findField,
      count: this.piece("count"),
      live: this.piece("live"),
      steps,
    };
    return new Searching(this, parts, paper, finder);
  }

  private close(): void {
    this.thumbnails?.close();
    this.searching?.clear();
    this.paper?.close();
    void this.opened?.close();
    this.opened = undefined;
    this.shown = undefined;
    delete this.dataset["state"];
  }

  private drawn(number: number): void {
    if (this.dataset["state"] !== "ready") {
      this.dataset["state"] = "ready";
      this.plain.hidden = true;
      this.note();
      this.turned();
      if (this.shown) this.highlight(this.shown.page, this.shown.box);
      this.dispatchEvent(new Event("reader-ready", { bubbles: true }));
    }
    if (this.shown?.page === number && this.paper) {
      this.paper.sheets[number - 1]?.mark("shown", [
        turnedBox(this.shown.box, this.paper.rotation),
      ]);
    }
    this.searching?.mark(number);
  }

  private askPassword(again: boolean): Promise<string> {
    this.note("password");
    const form = this.need<HTMLFormElement>('[data-note="password"] form');
    this.need("[data-part=wrong]", form).hidden = !again;
    const field = this.need<HTMLInputElement>("input", form);
    field.value = "";
    field.focus();
    return new Promise((resolve) => {
      form.onsubmit = (event) => {
        event.preventDefault();
        this.note("loading");
        resolve(field.value);
      };
    });
  }

  // What is shown around the paper.

  private note(which?: Note): void {
    for (const note of this.querySelectorAll<HTMLElement>("[data-note]")) {
      note.hidden = note.dataset["note"] !== which;
    }
    const ready = this.dataset["state"] === "ready";
    if (which && !ready) this.dataset["state"] = which;
  }

  private turned(): void {
    if (!this.paper) return;
    const page = this.paper.current;
    const field = this.need<HTMLInputElement>("[data-part=page]");
    if (document.activeElement !== field) field.value = String(page);
    this.toggle("previous", page <= 1);
    this.toggle("next", page >= this.paper.sheets.length);
    this.thumbnails?.show(page);
    this.keepPlace();
    clearTimeout(this.announcing);
    const words = this.say("page", { page, pages: this.paper.sheets.length });
    this.announcing = window.setTimeout(() => {
      this.piece("live").textContent = words;
    }, ANNOUNCED_AFTER);
  }

  private zoomed(): void {
    if (this.paper) showZoom(this.need("select[data-act=zoom]"), this.paper.zoom, this.paper.scale);
  }

  // Acts.

  private listen(signal: AbortSignal): void {
    this.addEventListener("click", (event) => this.clicked(event), { signal });
    this.addEventListener("keydown", (event) => this.pressed(event), { signal });
    this.addEventListener("change", (event) => this.changed(event), { signal });
    this.addEventListener("input", (event) => this.typed(event), { signal });
    this.findForm.addEventListener("submit", (event) => event.preventDefault(), { signal });
    listenForMarks(this, ({ page, box }) => this.highlight(page, box), signal);
    document.addEventListener("fullscreenchange", () => this.fullChanged(), { signal });
    window.addEventListener("pagehide", () => this.keepPlace(), { signal });
    easeSelection(this.room, signal);
  }

  private clicked(event: MouseEvent): void {
    const target = event.target as Element;
    const act = target.closest<HTMLElement>("button[data-act]")?.dataset["act"];
    if (act) {
      this.act(act);
      target.closest("details")?.removeAttribute("open");
    }
    const thumb = target.closest<HTMLElement>(".reader-thumb")?.dataset["page"];
    if (thumb) this.paper?.goTo(Number(thumb));
    const goal = target.closest<HTMLElement>(".reader-link[data-goal]")?.dataset["goal"];
    if (goal) {
      event.preventDefault();
      void this.follow(JSON.parse(goal));
    }
  }

  private pressed(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (event.target === this.findField && event.key === "Enter") {
      event.preventDefault();
      return this.act(event.shiftKey ? "hit-previous" : "hit-next");
    }
    const mirrored = getComputedStyle(this).direction === "rtl";
    const act = actOf(event, { typing: isTyping(event.target), mirrored });
    // An enlarged page is moved sideways by the arrows, as anywhere.
    const sideways = this.room.scrollWidth > this.room.clientWidth + 1;
    if (!act || (sideways && event.key.startsWith("Arrow"))) return;
    if (act === "escape" && !this.escape()) return;
    event.preventDefault();
    event.stopPropagation();
    this.act(act);
  }

  private changed(event: Event): void {
    const field = event.target as HTMLInputElement | HTMLSelectElement;
    if (field.dataset["part"] === "page") {
      this.paper?.goTo(Number.parseInt(field.value, 10) || this.paper.current);
      field.value = String(this.paper?.current ?? "");
    }
    if (field.dataset["act"] === "zoom") this.paper?.setZoom(zoomFrom(field.value));
  }

  private typed(event: Event): void {
    if (event.target === this.findField) this.searching?.find(this.findField.value);
  }

  private readonly acts: Record<string, () => void> = {
    next: () => this.paper?.goTo(this.paper.current + 1),
    previous: () => this.paper?.goTo(this.paper.current - 1),
    first: () => this.paper?.goTo(1),
    last: () => this.paper?.goTo(this.paper.sheets.length),
    onward: () => this.room.scrollBy({ top: this.room.clientHeight * 0.9 }),
    back: () => this.room.scrollBy({ top: this.room.clientHeight * -0.9 }),
    larger: () => this.paper?.setZoom(step(shareOf(this.paper.scale), 1)),
    smaller: () => this.paper?.setZoom(step(shareOf(this.paper.scale), -1)),
    "fit-width": () => this.paper?.setZoom("width"),
    "fit-page": () => this.paper?.setZoom("page"),
    "true-size": () => this.paper?.setZoom(1),
    turn: () => this.rotate(90),
    "turn-back": () => this.rotate(-90),
    thumbnails: () => this.showThumbnails(Boolean(this.thumbs.hidden)),
    find: () => this.showFind(true),
    "find-close": () => this.showFind(false),
    "hit-next": () => this.searching?.step(1),
    "hit-previous": () => this.searching?.step(-1),
    full: () => this.showFull(),
    retry: () => this.retry(),
  };

  private act(name: string): void {
    this.acts[name]?.();
  }

  private rotate(by: number): void {
    this.paper?.rotate(by);
    if (this.shown) this.highlight(this.shown.page, this.shown.box);
    this.keepPlace();
  }

  private showThumbnails(show: boolean): void {
    this.thumbs.hidden = !show;
    this.press("thumbnails", show);
    if (show) this.thumbnails?.show(this.paper?.current ?? 1);
  }

  private showFind(show: boolean): void {
    this.findForm.hidden = !show;
    this.press("find", show);
    if (show) {
      this.findField.focus();
      return this.findField.select();
    }
    this.searching?.clear();
    this.room.focus();
  }

  private showFull(): void {
    if (this.isFull) return void document.exitFullscreen();
    const asked = this.requestFullscreen?.();
    // Where there is no full screen (small phones), fill the window.
    const fill = (): void => void this.classList.toggle("reader--full");
    if (asked) asked.catch(fill);
    else fill();
  }

  private get isFull(): boolean {
    return document.fullscreenElement?.isSameNode(this) ?? false;
  }

  private fullChanged(): void {
    const full = this.isFull;
    this.classList.toggle("reader--full", full);
    this.press("full", full);
    if (full) this.room.focus();
  }

  /** Leave the innermost of what is open; false when nothing was. */
  private escape(): boolean {
    if (!this.findForm.hidden) this.showFind(false);
    else if (this.classList.contains("reader--full") && !document.fullscreenElement)
      this.showFull();
    else if (!this.thumbs.hidden) this.showThumbnails(false);
    else return false;
    return true;
  }

  private retry(): void {
    this.keepPlace();
    this.close();
    void this.open();
  }

  private async follow(goal: unknown): Promise<void> {
    const page = this.opened && (await pageOf(this.opened.pdf, goal));
    if (page) this.paper?.goTo(page);
  }

  // Parts of the markup.

  private get source(): string {
    return this.dataset["source"] ?? "";
  }

  private get room(): HTMLElement {
    return this.need(".reader-room");
  }

  private get thumbs(): HTMLElement {
    return this.need(".reader-thumbs");
  }

  private get plain(): HTMLElement {
    return this.need(".reader-plain");
  }

  private get findForm(): HTMLFormElement {
    return this.need(".reader-find");
  }

  private get findField(): HTMLInputElement {
    return this.need("input", this.findForm);
  }

  private toggle(act: string, disabled: boolean): void {
    for (const button of this.querySelectorAll<HTMLButtonElement>(`button[data-act=${act}]`)) {
      button.disabled = disabled;
    }
  }

  private press(act: string, pressed: boolean): void {
    for (const button of this.querySelectorAll(`button[data-act=${act}][aria-pressed]`)) {
      button.setAttribute("aria-pressed", String(pressed));
    }
  }

  private keepPlace(): void {
    if (this.dataset["state"] === "ready" && this.paper) remember(this.source, this.paper.place);
  }
}

customElements.define("pdf-reader", PdfReader);
