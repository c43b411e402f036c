// <auto-save data-form="registry.incoming" data-person="12">: keeps what is typed into the form
// inside, on this device, every few seconds; offers it again; warns before it would be left behind.
// Never kept: passwords, files, hidden fields, anything within [data-no-store]; and nothing at all
// while something marked [data-no-store] is chosen (a secret grade) or the element itself is so.
// Signing out forgets: form[data-forget-drafts].

import { type Draft, forget, forgetOld, keyOf, read, same, write } from "./drafts";
import { Island } from "./island";

const EVERY = 3000;

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export class AutoSave extends Island {
  private beginning: Draft["fields"] = {};
  private timer: number | undefined;
  private leaving = false;

  protected override begin(signal: AbortSignal): void {
    this.beginning = this.typed();
    this.meet(read(localStorage, this.key));
    this.addEventListener("input", () => this.soon(), { signal });
    this.addEventListener("change", () => this.soon(), { signal });
    this.addEventListener("click", (event) => this.clicked(event), { signal });
    this.form.addEventListener("submit", () => this.sent(), { signal });
    this.form.addEventListener(
      "htmx:afterRequest",
      (event) => this.answered(event as CustomEvent),
      { signal },
    );
    window.addEventListener("pagehide", () => this.keep(), { signal });
    window.addEventListener("beforeunload", (event) => this.warn(event), { signal });
  }

  protected override end(): void {
    clearTimeout(this.timer);
  }

  /** A draft is here: take back what failed, forget what arrived, offer what was left. */
  private meet(draft: Draft | undefined): void {
    if (!draft || this.mayNotKeep) return this.drop();
    if (same(draft.fields, this.beginning)) return;
    const answered = this.querySelector("[aria-invalid=true], .summary") !== null;
    if (answered || (draft.sent && cameHereByForm())) return this.drop();
    const when = new Intl.DateTimeFormat(document.documentElement.lang, {
      dateStyle: "short",
      timeStyle: "short",
    });
    this.piece("when").textContent = when.format(draft.at);
    this.piece("offer").hidden = false;
  }

  private clicked(event: MouseEvent): void {
    const act = (event.target as Element).closest<HTMLElement>("button[data-act]")?.dataset["act"];
    if (act !== "restore" && act !== "discard") return;
    const draft = read(localStorage, this.key);
    if (act === "restore" && draft) this.restore(draft);
    else this.drop();
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
  }

  private soon(): void {
    if (this.mayNotKeep) this.drop();
    this.timer ??= window.setTimeout(() => {
      this.timer = undefined;
      this.keep();
    }, EVERY);
  }

  private keep(): void {
    if (this.leaving) return;
    const fields = this.typed();
    if (this.mayNotKeep) return this.drop();
    // An offer not yet answered is not overwritten by an untouched form.
    if (same(fields, this.beginning)) return;
    const kept = write(localStorage, this.key, { fields, at: Date.now(), sent: false });
    this.piece("state").textContent = kept ? this.say("kept") : this.say("full");
    this.piece("offer").hidden = true;
  }

  private sent(): void {
    this.keep();
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

  private warn(event: BeforeUnloadEvent): void {
    if (!this.leaving && !same(this.typed(), this.beginning)) event.preventDefault();
  }

  private drop(): void {
    localStorage.removeItem(this.key);
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
