// <combo-box data-url="/…/suggestions/">: type-ahead over a plain <select>, or over an <input> that
// may also keep what nobody suggested. The server answers ?q= with
//   {"results": [{"value": "7", "label": "…", "note": "…"}], "more": false}
// Several may be chosen where the select is multiple. Without script the plain field remains.
//   data-into="id"   for an input: where the value of the suggestion goes (emptied by typing)
//   data-from="id"   another field whose value is sent along (&from=…)

import { Asking } from "./asking";
import { type Answer, among, type Choice } from "./choices";
import { Island, isComposing } from "./island";

const PAUSE = 150;
let count = 0;

export class ComboBox extends Island {
  private field!: HTMLInputElement;
  private select: HTMLSelectElement | undefined;
  private readonly list = document.createElement("ul");
  private readonly chips = document.createElement("ul");
  private readonly live = document.createElement("p");
  private asking: Asking<Answer> | undefined;
  private own: Choice[] = [];
  private offered: readonly Choice[] = [];
  private active = -1;
  private timer: number | undefined;
  private asked = 0;

  protected override begin(signal: AbortSignal): void {
    if (this.dataset["ready"] === undefined) this.build();
    this.field.addEventListener("input", () => this.typed(), { signal });
    this.field.addEventListener("keydown", (event) => this.pressed(event), { signal });
    this.field.addEventListener("click", () => this.open(), { signal });
    this.field.addEventListener("blur", () => this.left(), { signal });
    this.list.addEventListener("pointerdown", (event) => event.preventDefault(), { signal });
    this.list.addEventListener("click", (event) => this.picked(event), { signal });
    this.chips.addEventListener("click", (event) => this.chipClicked(event), { signal });
    this.select?.addEventListener("change", () => this.show(), { signal });
    this.select?.form?.addEventListener("reset", () => setTimeout(() => this.show()), { signal });
  }

  // Building over the plain field.

  private build(): void {
    count += 1;
    const plain = this.need<HTMLSelectElement | HTMLInputElement>(
      "select, input:not([type=hidden])",
    );
    const url = this.dataset["url"];
    if (url) this.asking = new Asking(url);
    if (plain instanceof HTMLSelectElement) this.cover(plain);
    else this.field = plain;
    this.list.id = `choices-${count}`;
    this.list.className = "combo__list";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.labelOf(plain));
    this.list.setAttribute("aria-multiselectable", String(this.isMultiple));
    this.list.hidden = true;
    this.live.className = "unseen";
    this.live.setAttribute("role", "status");
    for (const [name, value] of Object.entries({
      role: "combobox",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
    })) {
      this.field.setAttribute(name, value);
    }
    this.append(this.list, this.live);
    this.dataset["ready"] = "";
    this.show();
  }

  /** Put a field to type in over a select, which keeps the value and what the form sends. */
  private cover(select: HTMLSelectElement): void {
    this.select = select;
    this.own = [...select.options]
      .filter((option) => option.value !== "")
      .map((option) => ({
        value: option.value,
        label: option.text,
        note: option.dataset["note"] ?? "",
        disabled: option.disabled,
      }));
    this.field = document.createElement("input");
    this.field.type = "text";
    this.field.className = "input combo__field";
    this.field.disabled = select.disabled;
    this.field.placeholder = this.dataset["placeholder"] ?? "";
    for (const name of ["aria-describedby", "aria-invalid", "data-key", "data-last", "autofocus"]) {
      const value = select.getAttribute(name);
      if (value !== null) this.field.setAttribute(name, value);
    }
    // The label now leads to the field; what a form is told to need is checked by the server.
    this.field.id = select.id;
    if (select.required) this.field.setAttribute("aria-required", "true");
    select.id = `${select.id}-value`;
    select.required = false;
    select.hidden = true;
    this.chips.className = "combo__chips";
    this.chips.hidden = true;
    const frame = document.createElement("div");
    frame.className = "combo__frame";
    select.before(frame);
    frame.append(this.chips, this.field);
  }

  private labelOf(plain: HTMLSelectElement | HTMLInputElement): string {
    return plain.labels?.[0]?.textContent?.trim() ?? plain.getAttribute("aria-label") ?? "";
  }

  private get isMultiple(): boolean {
    return this.select?.multiple ?? false;
  }

  private get chosen(): HTMLOptionElement[] {
    return [...(this.select?.selectedOptions ?? [])].filter((option) => option.value !== "");
  }

  /** Show what is chosen: as chips where several may be, else in the field. */
  private show(): void {
    if (!this.select) return;
    if (!this.isMultiple) {
      this.field.value = this.chosen[0]?.text ?? "";
      return;
    }
    this.chips.replaceChildren(...this.chosen.map((option) => this.chip(option)));
    this.chips.hidden = this.chosen.length === 0;
  }

  private chip(option: HTMLOptionElement): HTMLLIElement {
    const chip = document.createElement("li");
    chip.className = "combo__chip";
    const remove = document.createElement("button");
    remove.type = "button";
    remove.dataset["value"] = option.value;
    remove.setAttribute("aria-label", this.say("remove", { name: option.text }));
    remove.textContent = "×";
    chip.append(Object.assign(document.createElement("bdi"), { textContent: option.text }), remove);
    return chip;
  }

  // Asking and offering.

  private typed(): void {
    const into = document.getElementById(this.dataset["into"] ?? "");
    if (into instanceof HTMLInputElement) into.value = "";
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), this.asking ? PAUSE : 0);
  }

  /** Offer without waiting; by an arrow key, the first at once. */
  private open(byArrow = false): void {
    if (!this.list.hidden) return;
    void this.ask(true).then(() => {
      if (byArrow && !this.list.hidden && this.active === -1) this.move(1);
    });
  }

  private async ask(all = false): Promise<void> {
    const asked = ++this.asked;
    // A field that shows what is chosen has not been asked anything.
    const query = all && !this.isMultiple && this.select ? "" : this.field.value.trim();
    try {
      const answer = this.asking
        ? await this.askServer(query)
        : { results: among(this.own, query) };
      if (asked === this.asked && document.activeElement === this.field) this.offer(answer);
    } catch (reason) {
      if ((reason as Error).name !== "AbortError" && asked === this.asked)
        this.tell(this.say("failed"));
    }
  }

  private async askServer(query: string): Promise<Answer> {
    if (query.length < Number(this.dataset["least"] ?? 0))
      return { results: this.own.slice(0, 20) };
    const slow = window.setTimeout(() => this.tell(this.say("asking")), 400);
    const from = document.getElementById(this.dataset["from"] ?? "") as HTMLInputElement | null;
    if (from)
      this.asking = new Asking(
        `${this.dataset["url"]}?${new URLSearchParams({ from: from.value })}`,
      );
    return (this.asking as Asking<Answer>).about(query).finally(() => clearTimeout(slow));
  }

  private offer({ results, more }: Answer): void {
    const taken = new Set(this.isMultiple ? this.chosen.map((option) => option.value) : []);
    this.offered = results.filter((choice) => !taken.has(choice.value));
    this.list.replaceChildren(...this.offered.map((choice, index) => this.item(choice, index)));
    if (!this.offered.length) return this.tell(this.say("none"));
    if (more) this.list.append(note(this.say("more")));
    this.expand(true);
    this.activate(this.select && this.field.value.trim() ? 0 : -1);
    this.live.textContent = this.say("found", { count: this.offered.length });
  }

  private item(choice: Choice, index: number): HTMLLIElement {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${index}`;
    item.className = "combo__item";
    item.setAttribute("role", "option");
    item.setAttribute(
      "aria-selected",
      String(this.chosen.some((option) => option.value === choice.value)),
    );
    if (choice.disabled) item.setAttribute("aria-disabled", "true");
    item.dataset["index"] = String(index);
    item.append(Object.assign(document.createElement("bdi"), { textContent: choice.label }));
    if (choice.note)
      item.append(Object.assign(document.createElement("small"), { textContent: choice.note }));
    return item;
  }

  private tell(words: string): void {
    this.offered = [];
    this.list.replaceChildren(note(words));
    this.activate(-1);
    this.expand(words !== "");
    this.live.textContent = words;
  }

  private expand(open: boolean): void {
    this.list.hidden = !open;
    this.field.setAttribute("aria-expanded", String(open));
    if (!open) return this.activate(-1);
    const below = window.innerHeight - this.field.getBoundingClientRect().bottom;
    this.list.classList.toggle(
      "combo__list--above",
      below < 240 && this.field.getBoundingClientRect().top > below,
    );
  }

  private activate(index: number): void {
    this.active = index;
    this.list.querySelector(".combo__item--active")?.classList.remove("combo__item--active");
    const item = this.list.querySelector<HTMLElement>(`[data-index="${index}"]`);
    item?.classList.add("combo__item--active");
    item?.scrollIntoView({ block: "nearest" });
    if (item) this.field.setAttribute("aria-activedescendant", item.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  // Choosing.

  private pressed(event: KeyboardEvent): void {
    if (isComposing(event) || event.ctrlKey || event.metaKey) return;
    const isOpen = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (isOpen) this.move(event.key === "ArrowDown" ? 1 : -1);
      else this.open(true);
    } else if (event.key === "Enter" && isOpen && this.offered[this.active]) {
      event.preventDefault();
      this.choose(this.offered[this.active]);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this.expand(false);
    } else if (event.key === "Backspace" && this.isMultiple && this.field.value === "") {
      this.takeAway(this.chosen.at(-1)?.value);
    }
  }

  private move(by: 1 | -1): void {
    const { length } = this.offered;
    if (!length) return;
    const from = this.active === -1 && by === -1 ? 0 : this.active;
    this.activate((from + by + length) % length);
  }

  private picked(event: MouseEvent): void {
    const index = (event.target as Element).closest<HTMLElement>("[data-index]")?.dataset["index"];
    if (index !== undefined) this.choose(this.offered[Number(index)]);
  }

  private choose(choice: Choice | undefined): void {
    if (!choice || choice.disabled) return;
    this.expand(false);
    if (this.select) this.take(this.select, choice);
    else this.fill(choice);
    this.live.textContent = this.say("chosen", { name: choice.label });
  }

  private take(select: HTMLSelectElement, choice: Choice): void {
    let option = [...select.options].find((each) => each.value === choice.value);
    if (!option) {
      option = new Option(choice.label, choice.value);
      select.append(option);
    }
    option.selected = true;
    this.field.value = "";
    this.changed(select);
  }

  private fill(choice: Choice): void {
    this.field.value = choice.label;
    const into = document.getElementById(this.dataset["into"] ?? "");
    if (into instanceof HTMLInputElement) {
      into.value = choice.value;
      this.changed(into);
    }
    this.changed(this.field);
  }

  private chipClicked(event: MouseEvent): void {
    this.takeAway((event.target as Element).closest<HTMLElement>("[data-value]")?.dataset["value"]);
  }

  private takeAway(value: string | undefined): void {
    const option = this.chosen.find((each) => each.value === value);
    if (!option || !this.select) return;
    option.selected = false;
    this.live.textContent = this.say("removed", { name: option.text });
    this.changed(this.select);
    this.field.focus();
  }

  private changed(field: HTMLElement): void {
    field.dispatchEvent(new Event("change", { bubbles: true }));
    this.show();
  }

  /** Left without choosing: an emptied field means nobody, anything else what was chosen before. */
  private left(): void {
    clearTimeout(this.timer);
    this.asked += 1;
    this.expand(false);
    if (!this.select || this.isMultiple) {
      if (this.select) this.field.value = "";
      return;
    }
    if (this.field.value.trim() === "" && this.chosen.length) {
      this.select.value = "";
      if (this.select.selectedIndex === -1) this.select.selectedIndex = -1;
      this.changed(this.select);
    }
    this.show();
  }
}

function note(words: string): HTMLLIElement {
  return Object.assign(document.createElement("li"), {
    className: "combo__note",
    textContent: words,
  });
}

customElements.define("combo-box", ComboBox);
