// Keys that act on a page. They never fire while somebody types or an input method composes, and
// letters go by their place on the keyboard where the layout has no Latin ones.

export type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey">;

/** The name of a key: a Latin letter or figure, a sign, or a named key; "" for what never acts. */
export function nameOf(press: Press): string {
  if (press.ctrlKey || press.metaKey || press.altKey) return "";
  if (/^[\x21-\x7e]$/.test(press.key)) return press.key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1] ?? /^Digit([0-9])$/.exec(press.code)?.[1];
  if (letter) return letter.toLowerCase();
  if (press.code === "Slash") return press.key === "؟" ? "?" : "/";
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
