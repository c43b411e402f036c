// Keys that act on a page. They never fire while somebody types or an input method composes, and
// letters go by their place on the keyboard where the layout has no Latin ones.

export type Press = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"
>;

/** The name of a key: a Latin letter or figure, a sign, or a named key; "" for what never acts. */
export function nameOf(press: Press): string {
  if (press.ctrlKey || press.metaKey || press.altKey) return "";
  if (/^[\x21-\x7e]$/.test(press.key)) return press.key.toLowerCase();
  // A named key is itself wherever it lies: Enter, Dead, or Process, which an input method keeps.
  if (press.key.length > 1 && /^\w+$/.test(press.key)) return press.key;
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1] ?? /^Digit([0-9])$/.exec(press.code)?.[1];
  if (letter) return letter.toLowerCase();
  // Where this key types a letter of another script, it still asks with Shift and finds without.
  if (press.code === "Slash") return press.key === "؟" || press.shiftKey ? "?" : "/";
  return press.key.length > 1 ? press.key : "";
}

/** Keys pressed one after the other, as long as they lead somewhere. */
export class Sequence {
  private begun: string[] = [];
  private last = Number.NEGATIVE_INFINITY;

  constructor(private readonly patience = 1200) {}

  /** What has been pressed so far with this key; an earlier beginning is forgotten after a while. */
  after(key: string, at: number): string {
    if (at - this.last > this.patience) this.begun = [];
    this.last = at;
    this.begun.push(key);
    return this.begun.join(" ");
  }

  forget(): void {
    this.begun = [];
  }
}

/** Which of the declared keys is meant: one in full, or only begun by what was pressed. */
export function meant(pressed: string, declared: Iterable<string>): "whole" | "begun" | "nothing" {
  let begun = false;
  for (const keys of declared) {
    if (keys === pressed) return "whole";
    begun ||= keys.startsWith(`${pressed} `);
  }
  return begun ? "begun" : "nothing";
}

const OFF = "keys:off";

/** Whether single keys act. Whoever speaks to the computer, or strikes keys unmeant, turns them off. */
export function keysAct(store: Storage): boolean {
  try {
    return store.getItem(OFF) === null;
  } catch {
    return true;
  }
}

export function letKeysAct(store: Storage, act: boolean): void {
  try {
    if (act) store.removeItem(OFF);
    else store.setItem(OFF, "yes");
  } catch {
    // A device that keeps nothing forgets this with the page.
  }
}
