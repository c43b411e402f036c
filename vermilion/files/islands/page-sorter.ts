// <page-sorter>: sorts the pages of scans into papers, by keys, by touch, by the pointer. The
// markup is files/sorter.html; without script its fields for each page are sent with the form.
// On a page: arrows go from page to page (with Shift they move it), r turns, s begins a new paper,
// m joins with the paper before, d leaves out, u takes the last act back. A page may be dragged.

import { Island, isComposing, isTyping } from "../../web/islands/island";
import { Drag } from "./sorter/drag";
import * as plans from "./sorter/plan";
import type { Plan, Start } from "./sorter/plan";

const LETTERS: Record<string, string> = { r: "turn", s: "split", d: "out", m: "join", u: "undo" };

export class PageSorter extends Island {
  private readonly cards = new Map<string, HTMLElement>();
  private readonly past: Plan[] = [];
  private plan: Plan = [];
  private current = "";

  protected override begin(signal: AbortSignal): void {
    const starts = [...this.querySelectorAll<HTMLElement>("[data-card]")].map((card) =>
      this.known(card),
    );
    this.plan = plans.planOf(starts, this.namesGiven());
    this.current = starts[0]?.key ?? "";
    for (const part of ["sum", "how", "papers"]) this.piece(part).hidden = false;
    this.need<HTMLFieldSetElement>("[data-part=plain]").disabled = true;
    this.piece<HTMLInputElement>("plan").disabled = false;
    this.addEventListener("click", (event) => this.clicked(event), { signal });
    this.addEventListener("keydown", (event) => this.pressed(event), { signal });
    this.addEventListener("focusin", (event) => this.focused(event), { signal });
    this.addEventListener("input", (event) => this.typed(event), { signal });
    new Drag(this.piece("papers"), (key, aim) => this.dropped(key, aim), signal);
    this.show();
    this.dataset["state"] = "ready";
  }

  // What happens.

  private clicked(event: MouseEvent): void {
    const target = event.target as Element;
    const act = target.closest<HTMLElement>("button[data-act]")?.dataset["act"];
    const card = target.closest<HTMLElement>("[data-card]");
    if (card) this.current = card.dataset["key"] ?? "";
    else if (act === "join") {
      const at = this.paperAt(target);
      this.current = this.plan[at]?.pages[0]?.key ?? this.current;
    }
    if (act) this.act(act);
    else if (card) this.focusCard();
  }

  private pressed(event: KeyboardEvent): void {
    if (isComposing(event) || isTyping(event.target) || event.ctrlKey || event.metaKey) return;
    if (event.altKey || !(event.target as Element).closest("[data-card]")) return;
    const step = this.stepOf(event.key);
    // The letter that the key bears, or on keyboards of another script the one of its place.
    const letter = /^[a-z]$/i.test(event.key) ? event.key : event.code.replace(/^Key/, "");
    const act = LETTERS[letter.toLowerCase()];
    if (!step && !act) return;
    event.preventDefault();
    event.stopPropagation();
    if (act) return this.act(act);
    if (event.shiftKey && (step === 1 || step === -1))
      return this.act(step > 0 ? "later" : "earlier");
    this.go(step);
  }

  private focused(event: FocusEvent): void {
    const key = (event.target as Element).closest<HTMLElement>("[data-card]")?.dataset["key"];
    if (!key || key === this.current) return;
    this.current = key;
    this.rove();
  }

  private typed(event: Event): void {
    const field = event.target as HTMLInputElement;
    if (field.dataset["part"] !== "name") return;
    this.plan = plans.rename(this.plan, this.paperAt(field), field.value);
    this.write();
  }

  private dropped(key: string, aim: { key: string; behind: boolean }): void {
    this.current = key;
    this.become(plans.lay(this.plan, key, aim.key, aim.behind));
  }

  private act(name: string): void {
    const key = this.current;
    const acts: Record<string, () => Plan> = {
      turn: () => plans.turn(this.plan, key),
      split: () => plans.split(this.plan, key, this.nameFor(key)),
      join: () => plans.join(this.plan, key),
      out: () => plans.leaveOut(this.plan, key),
      earlier: () => plans.move(this.plan, key, -1),
      later: () => plans.move(this.plan, key, 1),
      undo: () => this.past.pop() ?? this.plan,
    };
    const next = acts[name]?.();
    if (next) this.become(next, name !== "undo");
  }

  private become(next: Plan, remember = true): void {
    if (next === this.plan) return;
    if (remember) this.past.push(this.plan);
    this.plan = next;
    this.show();
    this.focusCard();
  }

  private go(step: number): void {
    const order = this.plan.flatMap((paper) => paper.pages.map((page) => page.key));
    const at = order.indexOf(this.current);
    if (Math.abs(step) === 2) {
      // To the beginning of the paper above or below.
      const paper = plans.paperOf(this.plan, this.current) + step / 2;
      this.current = this.plan[paper]?.pages[0]?.key ?? this.current;
    } else {
      const place = Number.isFinite(step) ? at + step : step > 0 ? order.length - 1 : 0;
      this.current = order[place] ?? this.current;
    }
    this.rove();
    this.focusCard();
  }

  private stepOf(key: string): number {
    const onward = getComputedStyle(this).direction === "rtl" ? -1 : 1;
    const steps: Record<string, number> = {
      ArrowRight: onward,
      ArrowLeft: -onward,
      ArrowDown: 2,
      ArrowUp: -2,
      Home: -Infinity,
      End: Infinity,
    };
    return steps[key] ?? 0;
  }

  // What is shown.

  private show(): void {
    const list = this.piece("papers");
    const model = this.need<HTMLTemplateElement>("template").content.firstElementChild;
    const sections = this.plan.map((paper, at) => {
      const section = (list.children[at] ?? model?.cloneNode(true)) as HTMLElement;
      section.dataset["at"] = String(at);
      const name = this.need<HTMLInputElement>("[data-part=name]", section);
      if (name.value !== paper.name) name.value = paper.name;
      name.setAttribute("aria-label", this.say("name", { paper: at + 1 }));
      this.need("[data-part=number]", section).textContent = this.say("paper", { paper: at + 1 });
      this.need("button[data-act=join]", section).hidden = at === 0;
      this.need("[data-part=pages]", section).replaceChildren(
        ...paper.pages.map((page) => this.card(page)),
      );
      return section;
    });
    list.replaceChildren(...sections);
    this.rove();
    this.write();
  }

  private card(page: plans.Page): HTMLElement {
    const card = this.cards.get(page.key);
    if (!card) throw new Error(`no card ${page.key}`);
    card.dataset["turn"] = String(page.turn);
    card.toggleAttribute("data-out", page.out);
    const said = [
      this.say(page.number === 0 ? "whole" : "page", { page: page.place, pages: page.pages }),
      page.turn ? this.say("turned", { degrees: page.turn }) : "",
      page.out ? this.say("out") : "",
    ].filter(Boolean);
    card.setAttribute("aria-label", said.join(", "));
    this.need("[data-part=said]", card).textContent = said.slice(1).join(", ");
    this.need("button[data-act=out]", card).setAttribute("aria-pressed", String(page.out));
    return card;
  }

  /** One page can be reached by Tab; the arrows lead on from there. */
  private rove(): void {
    for (const [key, card] of this.cards) card.tabIndex = key === this.current ? 0 : -1;
  }

  private focusCard(): void {
    const card = this.cards.get(this.current);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  private write(): void {
    this.piece<HTMLInputElement>("plan").value = plans.written(this.plan);
    const papers = plans.kept(this.plan);
    const turned = (pages: string): string => this.say("sumTurned", { pages });
    const told = papers.map((paper) => {
      const [first] = paper.pages;
      const whole = first?.number === 0;
      const words = whole
        ? this.say("sumWhole", { page: first.place })
        : this.say("sumPages", { pages: plans.spans(paper.pages, turned) });
      return words;
    });
    this.piece("sum").textContent = papers.length
      ? this.say("sum", { count: papers.length, papers: told.join(" · ") })
      : this.say("none");
    for (const undo of this.querySelectorAll<HTMLButtonElement>("button[data-act=undo]")) {
      undo.disabled = this.past.length === 0;
    }
  }

  // The markup.

  private known(card: HTMLElement): Start {
    const { key = "", blob, number, place, paper, turn, pages } = card.dataset;
    this.cards.set(key, card);
    this.need("[data-part=tools]", card).hidden = false;
    return {
      key,
      blob: Number(blob),
      number: Number(number),
      place: Number(place),
      pages: Number(pages),
      paper: Number(paper),
      turn: Number(turn),
      out: paper === "0",
    };
  }

  private namesGiven(): Map<number, string> {
    const fields = [...this.querySelectorAll<HTMLInputElement>("[data-name]")];
    return new Map(fields.map((field) => [Number(field.dataset["name"]), field.value]));
  }

  private nameFor(key: string): string {
    const file = this.cards.get(key)?.dataset["file"] ?? "";
    const stem = file.replace(/\.[^.]{1,5}$/, "");
    const taken = new Set(this.plan.map((paper) => paper.name));
    for (let count = 2; ; count += 1) {
      if (!taken.has(`${stem} (${count})`)) return `${stem} (${count})`;
    }
  }

  private paperAt(target: Element): number {
    return Number(target.closest<HTMLElement>("[data-at]")?.dataset["at"] ?? -1);
  }
}

customElements.define("page-sorter", PageSorter);
