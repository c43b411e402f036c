// <proposal-form data-issuer="…" data-issuer-body="7">: keys of a form that is filled already.
//   F8      goes to the next field that was read with doubt
//   F4      writes the last sender, in whatever field of the form the hand is
//   begins  at the first doubt; without one, at the button that enters the paper; in a form of
//           which nothing is known, at its first field
// What is known of a paper that is being typed (`[data-suggests]`, fetched beside the form) is written
// into fields that no hand has touched.
// When a paper has just been read and nothing was typed yet, the page is drawn anew with it.

import { isComposing, Island } from "../../web/islands/island";

export class ProposalForm extends Island {
  private touched = false;
  private readonly byHand = new Set<string>();
  private readonly offered = new Map<string, string>();
  private writing = false;

  protected override begin(signal: AbortSignal): void {
    this.addEventListener("keydown", (event) => this.pressed(event as KeyboardEvent), {
      signal,
      capture: true,
    });
    for (const kind of ["input", "change"]) {
      this.addEventListener(kind, (event) => this.note(event.target as HTMLInputElement), {
        signal,
      });
    }
    document.addEventListener(
      "htmx:afterSwap",
      () => {
        this.readNow();
        this.takeOffers();
      },
      { signal },
    );
    this.start();
  }

  private get form(): HTMLFormElement {
    return this.need<HTMLFormElement>("form");
  }

  /** The hand begins where something is to be looked at. Never on a small screen: it would jump. */
  private start(): void {
    if (this.querySelector(".summary") || !matchMedia("(min-width: 64rem)").matches) return;
    if (document.activeElement && document.activeElement !== document.body) return;
    const filled = this.querySelector(".field--marked, .field--read");
    const empty = this.querySelector<HTMLElement>(".field :is(input:not([type=hidden]), textarea)");
    const enter = this.querySelector<HTMLElement>("[data-primary]");
    const first = this.doubts[0] ?? (filled ? enter : empty);
    first?.focus({ preventScroll: true });
  }

  private get doubts(): HTMLElement[] {
    const fields = this.querySelectorAll<HTMLElement>(
      ".field--doubtful :is(input:not([type=hidden]), textarea, select)",
    );
    return [...fields].filter((each) => each.offsetParent !== null);
  }

  private pressed(event: KeyboardEvent): void {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "F8") {
      event.preventDefault();
      this.nextDoubt(event.shiftKey);
    }
    if (event.key === "F4" && this.dataset["issuer"]) {
      event.preventDefault();
      this.repeatSender();
    }
  }

  private nextDoubt(back: boolean): void {
    const { doubts } = this;
    const here = doubts.indexOf(document.activeElement as HTMLElement);
    const next = doubts.at(back ? here - 1 : (here + 1) % (doubts.length || 1));
    (next ?? this.querySelector<HTMLElement>("[data-primary]"))?.focus();
  }

  private repeatSender(): void {
    this.write("issuer", this.dataset["issuer"] ?? "");
    this.write("issuer_body_id", this.dataset["issuerBody"] ?? "");
  }

  private note(field: HTMLInputElement): void {
    this.touched = true;
    if (!this.writing && field.name) this.byHand.add(field.name);
  }

  /** What follows from the issuer, where the field still says what it said of itself. */
  private takeOffers(): void {
    const offers = document.querySelectorAll<HTMLElement>("#known [data-suggests]");
    this.writing = true;
    for (const { dataset } of offers) {
      const name = dataset["suggests"] ?? "";
      const value = dataset["value"] ?? "";
      if (this.byHand.has(name) || !this.isAsDrawn(name)) continue;
      this.write(name, value, dataset["words"]);
      this.offered.set(name, value);
    }
    this.writing = false;
  }

  private isAsDrawn(name: string): boolean {
    const field = this.form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement) {
      const drawn = [...field.options].find((each) => each.defaultSelected) ?? field.options[0];
      return field.value === (drawn?.value ?? "") || field.value === this.offered.get(name);
    }
    return (
      field instanceof HTMLInputElement &&
      (field.value === field.defaultValue || field.value === this.offered.get(name))
    );
  }

  private write(name: string, value: string, words = this.dataset["issuer"] ?? ""): void {
    const field = this.form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement) {
      if (value && ![...field.options].some((each) => each.value === value)) {
        field.add(new Option(words, value));
      }
      field.value = value;
    } else if (field instanceof HTMLInputElement) {
      field.value = value;
    } else return;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  private readNow(): void {
    const read = document.querySelector("#arrival-state[data-just-read]");
    const marked = document.querySelector("input[name=arrival]:checked");
    if (!read || this.touched || marked) return;
    read.removeAttribute("data-just-read");
    location.reload();
  }
}

customElements.define("proposal-form", ProposalForm);
