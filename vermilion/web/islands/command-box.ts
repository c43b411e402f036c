// <command-box data-url="/search/suggestions/">: suggestions under the search box of the bar, by
// kind, each with its reason; by keys alone. Ctrl+K and "/" lead here. Enter without a choice sends
// the form. A hit leads to a page or the form of an act; one without an address completes the text.
// Without text: what was opened from here lately, as long as this tab is open.

import { Asking } from "./asking";
import { Island, isComposing } from "./island";

interface Hit {
  readonly label: string;
  readonly note: string;
  readonly reason: string;
  readonly url: string;
  readonly fill: string;
  readonly icon: string;
}

interface Group {
  readonly kind: string;
  readonly label: string;
  readonly hits: readonly Hit[];
}

const PAUSE = 120;
const RECENT = 8;

class CommandBox extends Island {
  private field!: HTMLInputElement;
  private readonly list = document.createElement("div");
  private readonly live = document.createElement("p");
  private asking!: Asking<{ groups: Group[] }>;
  private offered: Hit[] = [];
  private active = -1;
  private timer: number | undefined;

  protected override begin(signal: AbortSignal): void {
    this.field = this.need<HTMLInputElement>("input[type=search]");
    this.asking = new Asking(this.dataset["url"] ?? "");
    if (!this.contains(this.list)) this.build();
    this.field.addEventListener("input", () => this.soon(), { signal });
    this.field.addEventListener("focus", () => this.soon(), { signal });
    this.field.addEventListener("keydown", (event) => this.pressed(event), { signal });
    this.field.addEventListener("blur", () => this.close(), { signal });
    this.list.addEventListener("pointerdown", (event) => event.preventDefault(), { signal });
    this.list.addEventListener("click", (event) => this.clicked(event), { signal });
    document.addEventListener("keydown", (event) => this.called(event), { signal });
  }

  protected override end(): void {
    clearTimeout(this.timer);
  }

  private build(): void {
    this.list.id = "found-in-the-bar";
    this.list.className = "finder";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.field.labels?.[0]?.textContent?.trim() ?? "");
    this.list.hidden = true;
    this.live.className = "unseen";
    this.live.setAttribute("role", "status");
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
    })) {
      this.field.setAttribute(name, value);
    }
    this.append(this.list, this.live);
  }

  /** Ctrl+K, wherever one is, but not from within a question that must be answered first. */
  private called(event: KeyboardEvent): void {
    const held = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!held || isComposing(event) || event.defaultPrevented) return;
    if (event.code !== "KeyK" && event.key.toLowerCase() !== "k") return;
    if (document.querySelector("dialog:modal")) return;
    event.preventDefault();
    this.field.focus();
    this.field.select();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), this.field.value.trim() ? PAUSE : 0);
  }

  private async ask(): Promise<void> {
    const typed = this.field.value.trim();
    if (typed === "") {
      const recent = this.recent();
      this.show(recent.length ? [{ kind: "recent", label: this.say("recent"), hits: recent }] : []);
      return;
    }
    try {
      const answer = await this.asking.about(typed);
      if (this.field.value.trim() !== typed || document.activeElement !== this.field) return;
      this.show(answer.groups);
      const count = this.offered.length;
      this.live.textContent = count ? this.say("count", { count }) : this.say("nothing");
      if (!count) this.note(this.say("nothing"));
    } catch (failure) {
      if (failure instanceof DOMException && failure.name === "AbortError") return;
      this.show([]);
      this.note(this.say("failed"));
    }
  }

  private show(groups: readonly Group[]): void {
    this.offered = groups.flatMap((group) => group.hits);
    this.active = -1;
    let index = 0;
    this.list.replaceChildren(
      ...groups.map((group, at) => {
        const part = document.createElement("div");
        part.setAttribute("role", "group");
        const head = document.createElement("p");
        head.className = "finder__kind";
        head.id = `found-kind-${at}`;
        head.textContent = group.label;
        part.setAttribute("aria-labelledby", head.id);
        part.append(head, ...group.hits.map((hit) => this.option(hit, index++)));
        return part;
      }),
    );
    this.open(this.offered.length > 0);
    this.field.removeAttribute("aria-activedescendant");
  }

  private option(hit: Hit, index: number): HTMLElement {
    const option = document.createElement("div");
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.id = `found-hit-${index}`;
    option.className = "finder__hit";
    option.dataset["index"] = String(index);
    const words = document.createElement("div");
    words.append(line("finder__label", hit.label));
    if (hit.note) words.append(line("finder__note", hit.note));
    if (hit.reason) words.append(line("finder__reason", hit.reason));
    option.append(this.icon(hit.icon), words);
    return option;
  }

  private icon(name: string): SVGElement {
    const space = "http://www.w3.org/2000/svg";
    const icon = document.createElementNS(space, "svg");
    icon.setAttribute("class", "icon");
    icon.setAttribute("aria-hidden", "true");
    const use = document.createElementNS(space, "use");
    use.setAttribute("href", `${this.dataset["icons"] ?? ""}#${name}`);
    icon.append(use);
    return icon;
  }

  private note(words: string): void {
    this.list.replaceChildren(line("finder__empty", words));
    this.open(true);
  }

  private pressed(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.list.hidden) this.soon();
      else this.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      const hit = this.offered[this.active];
      if (!hit || this.list.hidden) return;
      event.preventDefault();
      this.take(hit);
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
    }
  }

  private move(by: number): void {
    if (this.offered.length === 0) return;
    const count = this.offered.length;
    this.active =
      this.active === -1 ? (by > 0 ? 0 : count - 1) : (this.active + by + count) % count;
    for (const option of this.list.querySelectorAll<HTMLElement>("[role=option]")) {
      const here = option.dataset["index"] === String(this.active);
      option.setAttribute("aria-selected", String(here));
      if (!here) continue;
      option.scrollIntoView({ block: "nearest" });
      this.field.setAttribute("aria-activedescendant", option.id);
    }
  }

  private clicked(event: MouseEvent): void {
    const option = (event.target as Element).closest<HTMLElement>("[role=option]");
    const hit = this.offered[Number(option?.dataset["index"] ?? -1)];
    if (hit) this.take(hit);
  }

  private take(hit: Hit): void {
    if (!hit.url) {
      this.field.value = hit.fill;
      this.soon();
      return;
    }
    this.remember(hit);
    this.close();
    location.assign(hit.url);
  }

  private open(shown: boolean): void {
    this.list.hidden = !shown;
    this.field.setAttribute("aria-expanded", String(shown));
  }

  private close(): void {
    clearTimeout(this.timer);
    this.open(false);
    this.field.removeAttribute("aria-activedescendant");
  }

  private recent(): Hit[] {
    try {
      return (JSON.parse(sessionStorage.getItem(this.key) ?? "[]") as Hit[]).slice(0, RECENT);
    } catch {
      return [];
    }
  }

  private remember(hit: Hit): void {
    const before = this.recent().filter((each) => each.url !== hit.url);
    // What a paper is about stays with the server: a number is enough to know it by.
    const kept = { ...hit, note: "", reason: "" };
    try {
      sessionStorage.setItem(this.key, JSON.stringify([kept, ...before].slice(0, RECENT)));
    } catch {
      // A full store forgets what was opened; nothing else depends on it.
    }
  }

  private get key(): string {
    return `found:${this.dataset["person"] ?? ""}`;
  }
}

function line(css: string, text: string): HTMLElement {
  const made = document.createElement("p");
  made.className = css;
  made.dir = "auto";
  made.textContent = text;
  return made;
}

customElements.define("command-box", CommandBox);
