// <file-drop>: hands files in while the form is still being filled, by dropping or picking. What
// is stored goes into the form as hidden fields `upload`. The markup is files/drop.html; without
// script its plain file field is sent with the form.
// Tells `file-stored` with { upload, name, digest, content, mediaType }.

import { Island } from "../../web/islands/island";
import { type Standing, type State, Upload } from "./upload";

export class FileDrop extends Island {
  private readonly uploads = new Map<HTMLElement, Upload>();
  private waiting: HTMLElement | null | undefined;

  protected override begin(signal: AbortSignal): void {
    const listen = (what: string, act: (event: never) => void): void => {
      this.addEventListener(what, act as EventListener, { signal });
    };
    listen("change", (event: Event) => this.picked(event));
    listen("dragover", (event: DragEvent) => this.over(event));
    listen("dragleave", () => this.toggleAttribute("data-over", false));
    listen("drop", (event: DragEvent) => this.dropped(event));
    listen("click", (event: Event) => this.clicked(event));
    this.closest("form")?.addEventListener("submit", (event) => this.holdForm(event), {
      signal,
      capture: true,
    });
    window.addEventListener(
      "beforeunload",
      (event) => {
        if (this.isBusy) event.preventDefault();
      },
      { signal },
    );
    document.addEventListener("paste", (event) => this.pasted(event), { signal });
    // On a slow line a file may have been picked before this script was here.
    this.takePicked();
  }

  protected override end(): void {
    for (const upload of this.uploads.values()) upload.pause();
  }

  private get field(): HTMLInputElement {
    return this.need("input[type=file]");
  }

  /** The grade of secrecy declared beside the files, so that it is judged before any byte goes. */
  private get grade(): string {
    const field = this.closest("form")?.elements.namedItem("grade");
    return field instanceof HTMLSelectElement ? field.value : "";
  }

  private get isBusy(): boolean {
    return [...this.uploads.values()].some((upload) =>
      ["sending", "silent", "checking"].includes(upload.state),
    );
  }

  // How files come.

  private picked(event: Event): void {
    if (event.target === this.field) this.takePicked();
  }

  private takePicked(): void {
    const files = [...(this.field.files ?? [])];
    // They go by parts now; the form need not send them once more.
    this.field.value = "";
    this.take(files);
  }

  private over(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    this.toggleAttribute("data-over", true);
  }

  private dropped(event: DragEvent): void {
    this.toggleAttribute("data-over", false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.take(files);
  }

  /** A picture pasted from elsewhere, while the hand is on this field. */
  private pasted(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length || !this.contains(document.activeElement)) return;
    event.preventDefault();
    this.take(files);
  }

  private take(files: readonly File[]): void {
    const wanted = this.field.multiple ? files : files.slice(0, 1);
    if (!this.field.multiple) for (const row of [...this.uploads.keys()]) void this.takeAway(row);
    for (const file of wanted) this.start(file);
  }

  private start(file: File): void {
    const template = this.need<HTMLTemplateElement>("template");
    const row = (template.content.cloneNode(true) as DocumentFragment)
      .firstElementChild as HTMLElement;
    this.need("[data-part=name]", row).textContent = file.name;
    this.piece("rows").append(row);
    const upload = new Upload(
      file,
      this.dataset["url"] ?? "",
      this.token,
      (state, standing, sentence) => {
        this.show(row, state, standing, sentence);
      },
      this.grade,
    );
    this.uploads.set(row, upload);
    void upload.run();
  }

  private get token(): string {
    return (
      document.querySelector<HTMLInputElement>("[name=csrfmiddlewaretoken]")?.value ??
      this.tokenOfPage
    );
  }

  private get tokenOfPage(): string {
    const headers = document.body.getAttribute("hx-headers");
    return headers ? (JSON.parse(headers)["X-CSRFToken"] ?? "") : "";
  }

  // How they fare.

  private show(
    row: HTMLElement,
    state: State,
    standing: Standing | undefined,
    sentence: string,
  ): void {
    const upload = this.uploads.get(row);
    const before = row.dataset["state"];
    row.dataset["state"] = state;
    const bar = this.need<HTMLProgressElement>("progress", row);
    bar.hidden = state === "stored" || state === "refused";
    bar.value = upload?.share ?? 0;
    const percent = Math.floor((upload?.share ?? 0) * 100);
    const words = sentence || this.say(state, { percent, size: sizeOf(upload?.file.size ?? 0) });
    this.need("[data-part=words]", row).textContent = words;
    this.offer(row, "pause", state === "sending" || state === "silent");
    this.offer(row, "resume", state === "paused" || state === "refused");
    if (before !== state) this.piece("live").textContent = `${upload?.file.name ?? ""}: ${words}`;
    if (state === "stored" && standing) this.stored(row, standing);
    if (state !== "sending") this.goOn();
  }

  private offer(row: HTMLElement, act: string, is: boolean): void {
    this.need(`[data-act=${act}]`, row).hidden = !is;
  }

  private stored(row: HTMLElement, standing: Standing): void {
    if (row.querySelector("input[name=upload]")) return;
    const kept = document.createElement("input");
    kept.type = "hidden";
    kept.name = "upload";
    kept.value = standing.id;
    row.append(kept);
    const { id, name, digest, content, media_type } = standing;
    const detail = { upload: id, name, digest, content, mediaType: media_type };
    this.dispatchEvent(new CustomEvent("file-stored", { bubbles: true, detail }));
  }

  private clicked(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>("button[data-act]");
    const row = button?.closest<HTMLElement>("[data-row]");
    if (!button || !row) return;
    if (button.dataset["act"] === "pause") this.uploads.get(row)?.pause();
    if (button.dataset["act"] === "resume") this.uploads.get(row)?.resume();
    if (button.dataset["act"] === "remove") void this.takeAway(row);
  }

  private async takeAway(row: HTMLElement): Promise<void> {
    const upload = this.uploads.get(row);
    this.uploads.delete(row);
    const id = row.querySelector<HTMLInputElement>("input[name=upload]")?.value;
    row.remove();
    this.field.focus();
    this.dispatchEvent(new CustomEvent("file-removed", { bubbles: true, detail: { upload: id } }));
    await upload?.withdraw();
    this.goOn();
  }

  /** The form waits for its files and goes as soon as they are there. */
  private holdForm(event: SubmitEvent): void {
    if (!this.isBusy) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.waiting = event.submitter;
    this.piece("live").textContent = this.say("waiting");
    this.piece("waiting").hidden = false;
  }

  private goOn(): void {
    if (this.waiting === undefined || this.isBusy) return;
    const button = this.waiting;
    this.waiting = undefined;
    this.piece("waiting").hidden = true;
    const failed = [...this.uploads.values()].some((upload) => upload.state !== "stored");
    if (!failed) this.closest("form")?.requestSubmit(button);
  }
}

function sizeOf(bytes: number): string {
  const language = document.documentElement.lang || "en";
  const unit = bytes < 1_000_000 ? "kilobyte" : "megabyte";
  const amount = bytes / (unit === "kilobyte" ? 1000 : 1_000_000);
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit,
    maximumFractionDigits: 1,
    numberingSystem: "latn",
  }).format(amount);
}

customElements.define("file-drop", FileDrop);
