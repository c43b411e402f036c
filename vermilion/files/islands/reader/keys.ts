// What a key means in the reader. Letters go by their place on the keyboard, so that they work
// under an Arabic or Hindi layout; signs go by what they are.

export interface Circumstances {
  /** The person is in a field: only what no field needs may act. */
  readonly typing: boolean;
  /** The page runs from right to left. */
  readonly mirrored: boolean;
}

type Press = Pick<
  KeyboardEvent,
  "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing"
>;

const BY_KEY: Record<string, string> = {
  PageDown: "onward",
  PageUp: "back",
  Home: "first",
  End: "last",
  "+": "larger",
  "=": "larger",
  "-": "smaller",
  "0": "fit-width",
  "/": "find",
};

const BY_CODE: Record<string, string> = {
  KeyR: "turn",
  KeyT: "thumbnails",
  Slash: "find",
};

/** The act of a key press, "escape", or nothing. */
export function actOf(press: Press, { typing, mirrored }: Circumstances): string | undefined {
  if (press.isComposing || press.altKey) return undefined;
  if (press.key === "Escape") return "escape";
  if (press.ctrlKey || press.metaKey) {
    return press.code === "KeyF" && !press.shiftKey ? "find" : undefined;
  }
  if (press.key === "F3") return press.shiftKey ? "hit-previous" : "hit-next";
  if (typing) return undefined;
  if (press.code === "KeyR" && press.shiftKey) return "turn-back";
  if (press.key === "ArrowRight") return mirrored ? "previous" : "next";
  if (press.key === "ArrowLeft") return mirrored ? "next" : "previous";
  return BY_KEY[press.key] ?? (press.shiftKey ? undefined : BY_CODE[press.code]);
}
