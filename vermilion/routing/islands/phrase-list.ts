// <phrase-list data-into="id"> around buttons with data-text: puts a saved phrase into a field where
// the caret stands. In the field, Alt+Down opens the list; arrow keys walk it, Enter takes a phrase,
// Escape goes back. Without script each button sends the form and the server puts the phrase in.

import { Island } from "../../web/islands/island";

class PhraseList extends Island {
  protected override begin(signal: AbortSignal): void {
    const field = document.getElementById(this.dataset["into"] ?? "");
    if (!(field instanceof HTMLTextAreaElement)) return;
    this.addEventListener("click", (event) => this.take(event, field), { signal });
    this.addEventListener("keydown", (event) => this.walk(event, field), { signal });
    field.addEventListener("keydown", (event) => this.open(event), { signal });
  }

  private get phrases(): HTMLButtonElement[] {
    return [...this.querySelectorAll<HTMLButtonElement>("button[data-text]")];
  }

  private open(event: KeyboardEvent): void {
    if (event.key !== "ArrowDown" || !event.altKey) return;
    event.preventDefault();
    const list = this.querySelector("details");
    if (list) list.open = true;
    this.phrases[0]?.focus();
  }

  private walk(event: KeyboardEvent, field: HTMLTextAreaElement): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      event.preventDefault();
      field.focus();
    }
    if (step === undefined) return;
    event.preventDefault();
    const all = this.phrases;
    const here = all.indexOf(document.activeElement as HTMLButtonElement);
    all[(here + step + all.length) % all.length]?.focus();
  }

  private take(event: MouseEvent, field: HTMLTextAreaElement): void {
    const button = (event.target as Element).closest<HTMLButtonElement>("button[data-text]");
    if (!button) return;
    event.preventDefault();
    const [from, to] = [field.selectionStart, field.selectionEnd];
    const before = field.value.slice(0, from);
    const space = before && !/\s$/.test(before) ? " " : "";
    field.setRangeText(space + (button.dataset["text"] ?? ""), from, to, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  }
}

customElements.define("phrase-list", PhraseList);
