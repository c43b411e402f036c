// <auto-save data-form="registry.incoming" data-person="12">: keeps what is typed into the form
// inside, on this device and on the server, every few seconds; offers it again; warns before it would
// be left behind. Where the line is cut when it is sent, it stays here and may be sent once more.
// Never kept: passwords, files, hidden fields, anything within [data-no-store]; and nothing at all
// while something marked [data-no-store] is chosen (a secret grade) or the element itself is so.
// Signing out forgets: form[data-forget-drafts].

import { type Draft, forget, forgetOld, keyOf, read, same, write } from "./drafts";
import { Island } from "./island";
import { ServerDraft } from "./server-drafts";

const EVERY = 3000;
const ON_SERVER_EVERY = 6000;

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export class AutoSave extends Island {
  private beginning: Draft["fields"] = {};
  private timer: number | undefined;
  private leaving = false;
  private unsent = false;
  private server: ServerDraft | undefined;
  private offered: Draft | undefined;
  private serverTimer: number | undefined;

  protected override begin(signal: AbortSignal): void {
    this.beginning = this.typed();
    const root = this.dataset["server"];
    const form = this.dataset["form"];
    if (root && form && !this.mayNotKeep)
      this.server = new ServerDraft(`${root}drafts/${encodeURIComponent(form)}/`, this.token);
    this.meet(read(localStorage, this.key));
    void this.server?.load().then((draft) => this.meetFromServer(draft));
    this.addEventListener("input", () => this.soon(), { signal });
    this.addEventListener("change", () => this.soon(), { signal });
    this.addEventListener("click", (event) => this.clicked(event), { signal });
    this.form.addEventListener("submit", (event) => this.sent(event), { signal });
    this.form.addEventListener(
      "htmx:afterRequest",
      (event) => this.answered(event as CustomEvent),
      { signal },
    );
    window.addEventListener("pagehide", () => this.leave(), { signal });
    window.addEventListener("pageshow", (event) => this.cameBack(event), { signal });
    window.addEventListener("beforeunload", (event) => this.warn(event), { signal });
  }

  protected override end(): void {
    clearTimeout(this.timer);
    clearTimeout(this.serverTimer);
  }

  /** A draft is here: take back what failed, forget what arrived, offer what was left. */
  private meet(draft: Draft | undefined): void {
    if (this.mayNotKeep) return this.keepNothing();
    if (!draft || same(draft.fields, this.beginning)) return;
    const answered = this.querySelector("[aria-invalid=true], .summary") !== null;
    if (answered || (draft.sent && cameHereByForm())) return this.dropHere();
    this.offer(draft, draft.sent ? "unsure" : "device");
  }

  /** The server kept something later, or this device nothing: that is offered instead. */
  private meetFromServer(draft: Draft | undefined): void {
    if (!draft || this.mayNotKeep || same(draft.fields, this.typed())) return;
    const answered = this.querySelector("[aria-invalid=true], .summary") !== null;
    const later = !this.offered || draft.at > this.offered.at + EVERY;
    if (answered || !later || !same(this.typed(), this.beginning)) return;
    this.offer(draft, "server");
  }

  /** Offer what was kept `where`: on the device, on the server, by another window, or perhaps sent. */
  private offer(draft: Draft, where: "device" | "server" | "window" | "unsure"): void {
    const when = new Intl.DateTimeFormat(document.documentElement.lang, {
      dateStyle: "short",
      timeStyle: "short",
    });
    this.offered = draft;
    this.piece("where").textContent = this.say(where);
    this.piece("when").textContent = when.format(draft.at);
    this.piece("offer").hidden = false;
  }

  private clicked(event: MouseEvent): void {
    const act = (event.target as Element).closest<HTMLElement>("button[data-act]")?.dataset["act"];
    if (act !== "restore" && act !== "discard") return;
    const draft = this.offered;
    this.offered = undefined;
    if (act === "restore" && draft) this.restore(draft);
    // What another window kept is not thrown away with a press here: it is only not taken.
    else if (same(this.typed(), this.beginning)) this.drop();
    this.piece("offer").hidden = true;
    this.fields()[0]?.focus();
  }

  private restore(draft: Draft): void {
    for (const field of this.fields()) {
      const values = draft.fields[field.name];
      if (!values) continue;
      if (field instanceof HTMLSelectElement) {
        for (const option of field.options) option.selected = values.includes(option.value);
      } else if (isTick(field)) {
        field.checked = values.includes(field.value);
      } else {
        field.value = values[0] ?? "";
      }
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    const once = this.once;
    if (once && draft.once) once.value = draft.once;
  }

  private soon(): void {
    if (this.mayNotKeep) this.keepNothing();
    this.timer ??= window.setTimeout(() => {
      this.timer = undefined;
      this.keep();
    }, EVERY);
    this.serverTimer ??= window.setTimeout(() => {
      this.serverTimer = undefined;
      void this.keepOnServer();
    }, ON_SERVER_EVERY);
  }

  private leave(): void {
    this.keep();
    const fields = this.typed();
    if (this.leaving || this.mayNotKeep || same(fields, this.beginning)) return;
    this.server?.keepLeaving({ fields, once: this.once?.value ?? "" });
  }

  /** Shown again as it was left: what was kept while leaving is one's own. */
  private cameBack(event: PageTransitionEvent): void {
    if (event.persisted) void this.server?.load();
  }

  private async keepOnServer(): Promise<void> {
    const fields = this.typed();
    if (!this.server || this.leaving || this.mayNotKeep || same(fields, this.beginning)) return;
    const outcome = await this.server.keep({ fields, once: this.once?.value ?? "" });
    if (outcome.how === "newer") this.offer(outcome.draft, "window");
    else if (outcome.how === "kept") this.piece("state").textContent = this.say("safe");
    else if (outcome.how === "refused") this.server = undefined;
  }

  private keep(): void {
    if (this.leaving) return;
    const fields = this.typed();
    if (this.mayNotKeep) return this.keepNothing();
    // An offer not yet answered is not overwritten by an untouched form.
    if (same(fields, this.beginning)) return;
    const kept = write(localStorage, this.key, {
      fields,
      at: Date.now(),
      sent: false,
      once: this.once?.value ?? "",
    });
    if (navigator.onLine || !this.unsent)
      this.piece("state").textContent = kept ? this.say("kept") : this.say("full");
    if (this.offered?.sent !== false) this.piece("offer").hidden = true;
  }

  private sent(event: SubmitEvent): void {
    this.keep();
    if (!navigator.onLine && !event.defaultPrevented) {
      event.preventDefault();
      this.unsent = true;
      this.piece("state").textContent = this.say("cut");
      return;
    }
    if (this.server) this.tellWhichDraft();
    const draft = read(localStorage, this.key);
    if (draft) write(localStorage, this.key, { ...draft, sent: true });
    this.leaving = true;
    // Somebody may yet stop the sending.
    setTimeout(() => {
      this.leaving = false;
    }, 5000);
  }

  private answered(event: CustomEvent): void {
    this.leaving = false;
    if (!event.detail.successful) return;
    this.drop();
    this.beginning = this.typed();
  }

  /** The server forgets its draft with the answer that leads on. */
  private tellWhichDraft(): void {
    let field = this.form.querySelector<HTMLInputElement>("input[name=_draft]");
    field ??= this.form.appendChild(
      Object.assign(document.createElement("input"), { type: "hidden", name: "_draft" }),
    );
    field.value = this.dataset["form"] ?? "";
  }

  private warn(event: BeforeUnloadEvent): void {
    if (!this.leaving && !same(this.typed(), this.beginning)) event.preventDefault();
  }

  private dropHere(): void {
    localStorage.removeItem(this.key);
  }

  private drop(): void {
    this.dropHere();
    void this.server?.drop();
  }

  /** A graded text stays on the page alone. */
  private keepNothing(): void {
    this.drop();
    this.server = undefined;
  }

  private typed(): Draft["fields"] {
    const fields: Record<string, string[]> = {};
    for (const field of this.fields()) {
      const values = valuesOf(field);
      fields[field.name] = [...(fields[field.name] ?? []), ...values];
    }
    return fields;
  }

  private fields(): Field[] {
    const kept =
      "input:not([type=password], [type=file], [type=hidden], [type=submit], [type=button]), select, textarea";
    return [...this.form.querySelectorAll<Field>(kept)].filter(
      (field) =>
        field.name !== "" &&
        field.autocomplete !== "one-time-code" &&
        !field.closest("[data-no-store]"),
    );
  }

  private get mayNotKeep(): boolean {
    const chosen = "option[data-no-store]:checked, input[data-no-store]:checked";
    return this.dataset["noStore"] !== undefined || this.querySelector(chosen) !== null;
  }

  private get once(): HTMLInputElement | null {
    return this.form.querySelector<HTMLInputElement>("input[data-once]");
  }

  private get token(): string {
    return (
      this.form.querySelector<HTMLInputElement>("input[name=csrfmiddlewaretoken]")?.value ?? ""
    );
  }

  private get form(): HTMLFormElement {
    return this.need("form");
  }

  private get key(): string {
    return keyOf(this.dataset["person"] ?? "", this.dataset["form"] ?? location.pathname);
  }
}

function isTick(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");
}

function valuesOf(field: Field): string[] {
  if (field instanceof HTMLSelectElement)
    return [...field.selectedOptions].map((option) => option.value);
  if (isTick(field)) return field.checked ? [field.value] : [];
  return field.value ? [field.value] : [];
}

/** The page came as an answer, not by going back or loading anew. */
function cameHereByForm(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return entry?.type === "navigate" && document.referrer.startsWith(location.origin);
}

/** On every page: forget what is old, what arrived, and on signing out everything. */
export function tidyDrafts(): void {
  forgetOld(localStorage, Date.now());
  if (!document.querySelector("auto-save"))
    forget(localStorage, (_key, draft) => draft?.sent ?? true);
  document.addEventListener("submit", (event) => {
    if ((event.target as Element).matches("[data-forget-drafts]")) forget(localStorage, () => true);
  });
}

customElements.define("auto-save", AutoSave);
