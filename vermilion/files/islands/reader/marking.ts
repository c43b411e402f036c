// Places on a page that others point to. Three ways, all with shares of the upright page:
//
//   <input data-reader-page="1" data-reader-box="0.1,0.2,0.5,0.25">     when it has the focus
//   <pdf-reader data-mark-page="1" data-mark-box="0.1,0.2,0.5,0.25">    at once; also when changed
//   document.dispatchEvent(new CustomEvent("reader:mark",
//       { detail: { page: 1, box: [0.1, 0.2, 0.5, 0.25], reader: "id of one of two" } }))
//
// Of a scan, the reader shows the rendition set upright, to which its boxes belong.

import type { Box } from "./boxes";

export interface Mark {
  readonly page: number;
  readonly box: Box;
}

/** A place as written in attributes, or nothing when it is none. */
export function markFrom(page: string | undefined, box: string | undefined): Mark | undefined {
  const sides = (box ?? "").split(",").map(Number);
  const number = Number(page ?? 1);
  if (!Number.isInteger(number) || number < 1) return undefined;
  return isBox(sides) ? { page: number, box: sides } : undefined;
}

/** Call `show` with every place that somebody points to, until the signal ends it. */
export function listenForMarks(
  reader: HTMLElement,
  show: (mark: Mark) => void,
  signal: AbortSignal,
): void {
  const own = (): void => {
    const mark = markFrom(reader.dataset["markPage"], reader.dataset["markBox"]);
    if (mark) show(mark);
  };
  document.addEventListener(
    "focusin",
    (event) => {
      const field = (event.target as HTMLElement).dataset ?? {};
      if (field["reader"] && field["reader"] !== reader.id) return;
      const mark = field["readerBox"] && markFrom(field["readerPage"], field["readerBox"]);
      if (mark) show(mark);
    },
    { signal },
  );
  document.addEventListener(
    "reader:mark",
    (event) => {
      const asked = (event as CustomEvent<Partial<Mark> & { reader?: string }>).detail ?? {};
      if (asked.reader && asked.reader !== reader.id) return;
      if (asked.page && asked.box && isBox(asked.box)) show({ page: asked.page, box: asked.box });
    },
    { signal },
  );
  const watch = new MutationObserver(own);
  watch.observe(reader, { attributeFilter: ["data-mark-page", "data-mark-box"] });
  signal.addEventListener("abort", () => watch.disconnect());
  own();
}

function isBox(sides: readonly number[]): sides is Box {
  return sides.length === 4 && sides.every((side) => Number.isFinite(side));
}
