// <key-map>: acts by keys, declared in the markup of the page:
//   data-key="a", data-key="g d"   on a link, button or field: follows, presses or focuses it
//   data-key-words="…"             what it does, for the help (else its label or text)
//   data-key-list                  on a list whose [data-key-item]s are walked by j and k,
//                                  marked by x (their checkbox) and opened by o (their first link)
// "?" opens the help, a <dialog> inside <key-map> that lists only what works here and now, and where
// single keys are turned off; so does any [data-act=keys].

import { Island, isComposing, isTyping } from "./island";
import { keysAct, letKeysAct, meant, nameOf, Sequence } from "./keys";

const WALKING = ["j", "k", "x", "o"];

export class KeyMap extends Island {
  private readonly sequence = new Sequence();

  protected override begin(signal: AbortSignal): void {
    document.addEventListener("keydown", (event) => this.pressed(event), { signal });
    document.addEventListener(
      "click",
      (event) => {
        if ((event.target as Element).closest("[data-act=keys]")) this.help();
      },
      { signal },
    );
    const act = this.piece<HTMLInputElement>("act");
    act.addEventListener("change", () => letKeysAct(localStorage, act.checked), { signal });
  }

  private pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || isComposing(event) || isTyping(event.target)) return;
    if (document.querySelector("dialog:modal") || !keysAct(localStorage)) return;
    const key = nameOf(event);
    if (!key) return;
    const pressed = this.sequence.after(key, event.timeStamp);
    const declared = new Map(this.declared().map((each) => [each.dataset["key"] ?? "", each]));
    const meaning = meant(pressed, declared.keys());
    if (meaning !== "begun") this.sequence.forget();
    const done =
      meaning === "whole"
        ? this.perform(declared.get(pressed))
        : meaning === "nothing" && this.walk(key);
    if (done || meaning === "begun") event.preventDefault();
  }

  private perform(target: HTMLElement | undefined): boolean {
    if (!target) return false;
    if (isTyping(target)) {
      target.focus();
      if (target instanceof HTMLInputElement) target.select();
    } else {
      target.click();
    }
    return true;
  }

  private walk(key: string): boolean {
    if (key === "?") return this.help();
    const list = document.querySelector<HTMLElement>("[data-key-list]");
    if (!list || !WALKING.includes(key)) return false;
    const items = [...list.querySelectorAll<HTMLElement>("[data-key-item]")].filter(isShown);
    const at = items.findIndex(
      (item) => item.contains(document.activeElement) || item.dataset["keyItem"] === "here",
    );
    if (key === "j" || key === "k") {
      const next = items[at === -1 ? 0 : at + (key === "j" ? 1 : -1)];
      if (next) stand(items, next);
      return true;
    }
    const item = items[at];
    const target = key === "x" ? "input[type=checkbox]" : "a[href]";
    item?.querySelector<HTMLElement>(target)?.click();
    return item !== undefined;
  }

  /** What can be done by keys just now: visible, allowed, each key once. */
  private declared(): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>("[data-key]")].filter(
      (each) => isShown(each) && !each.matches(":disabled, [aria-disabled=true]"),
    );
  }

  private help(): boolean {
    const dialog = this.need<HTMLDialogElement>("dialog");
    const rows = this.declared().map((each) => this.row(each.dataset["key"] ?? "", wordsOf(each)));
    const list = document.querySelector("[data-key-list]");
    if (list) {
      const marked = list.querySelector("input[type=checkbox]") !== null;
      const keys = WALKING.filter((key) => key !== "x" || marked);
      rows.push(...keys.map((key) => this.row(key, this.say(key))));
    }
    if (document.querySelector("command-box")) rows.push(this.row("Ctrl K", this.say("box")));
    rows.push(this.row("?", this.say("help")));
    this.piece<HTMLInputElement>("act").checked = keysAct(localStorage);
    this.piece("rows").replaceChildren(...rows);
    dialog.showModal();
    return true;
  }

  private row(keys: string, words: string): HTMLElement {
    const row = document.createElement("div");
    const term = document.createElement("dt");
    for (const key of keys.split(" ")) {
      term.append(
        Object.assign(document.createElement("kbd"), {
          textContent: key.length > 1 ? key : key.toUpperCase(),
        }),
      );
    }
    row.append(term, Object.assign(document.createElement("dd"), { textContent: words }));
    return row;
  }
}

function stand(items: readonly HTMLElement[], next: HTMLElement): void {
  for (const item of items) item.dataset["keyItem"] = item === next ? "here" : "";
  const target = next.matches("a[href], [tabindex]")
    ? next
    : next.querySelector<HTMLElement>("a[href]");
  target?.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}

function wordsOf(element: HTMLElement): string {
  const { keyWords } = element.dataset;
  const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : "";
  return (
    keyWords ||
    element.getAttribute("aria-label") ||
    label ||
    element.textContent ||
    ""
  ).trim();
}

customElements.define("key-map", KeyMap);
