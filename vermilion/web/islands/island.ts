// What islands share: finding the parts of their markup, and saying the words it brought along.

import { type Facts, filled } from "./words";

/** A custom element over markup from the server. `signal` ends when the element leaves the page. */
export class Island extends HTMLElement {
  private life = new AbortController();

  connectedCallback(): void {
    this.life = new AbortController();
    this.begin(this.life.signal);
  }

  disconnectedCallback(): void {
    this.life.abort();
    this.end();
  }

  /** Listen and show; everything bound to `signal` ends by itself. */
  protected begin(_signal: AbortSignal): void {}

  protected end(): void {}

  protected need<T extends HTMLElement = HTMLElement>(
    selector: string,
    within: ParentNode = this,
  ): T {
    const found = within.querySelector<T>(selector);
    if (!found) throw new Error(`<${this.localName}> lacks ${selector}`);
    return found;
  }

  /** The part of the markup that is named so. */
  protected piece<T extends HTMLElement = HTMLElement>(name: string): T {
    return this.need<T>(`[data-part="${name}"]`);
  }

  /** Words of the markup (`data-say-…`), with facts in the places of {braces}. */
  say(name: string, facts: Facts = {}): string {
    return filled(this.dataset[`say${name[0]?.toUpperCase()}${name.slice(1)}`] ?? "", facts);
  }
}

/** Whether keys pressed here are typing. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const field = target.closest(
    "input, select, textarea, [contenteditable]:not([contenteditable=false])",
  );
  return (
    field !== null &&
    !field.matches("input:is([type=checkbox], [type=radio], [type=button], [type=submit])")
  );
}

/** Whether a key belongs to an input method that is still putting a letter together. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
