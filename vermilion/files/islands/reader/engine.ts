// Opens documents with PDF.js: no WebAssembly, no evaluation, nothing from elsewhere.

import * as pdfjs from "pdfjs-dist/legacy/build/pdf.mjs";
import { type Line, NotToBeHad, openLine, PIECE, type Waiting } from "./line";

/** What kept a document from being shown, in the words of the reader's messages. */
export type Trouble = "damaged" | "forbidden" | "missing" | "failing";

export class CannotOpen extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble);
  }
}

/** Where the parts of PDF.js are served. */
export interface Parts {
  readonly worker: string;
  readonly cmaps: string;
  readonly fonts: string;
  readonly decoders: string;
}

export interface Asking extends Waiting {
  /** Asked for the password; `again` when the last one did not fit. */
  password(again: boolean): Promise<string>;
  failed(trouble: Trouble): void;
}

export interface Opened {
  readonly pdf: pdfjs.PDFDocumentProxy;
  close(): Promise<void>;
}

export async function open(url: string, parts: Parts, asking: Asking): Promise<Opened> {
  pdfjs.GlobalWorkerOptions.workerSrc = parts.worker;
  try {
    const line = await openLine(url, asking);
    const task = pdfjs.getDocument({
      ...(line instanceof Uint8Array ? { data: line } : { range: listening(line, asking) }),
      rangeChunkSize: PIECE,
      disableAutoFetch: true,
      disableStream: true,
      cMapUrl: parts.cmaps,
      cMapPacked: true,
      standardFontDataUrl: parts.fonts,
      wasmUrl: parts.decoders,
      useWasm: false,
      isEvalSupported: false,
      enableXfa: false,
      verbosity: pdfjs.VerbosityLevel.ERRORS,
    });
    task.onPassword = (use: (password: string) => void, reason: number) => {
      const again = reason === pdfjs.PasswordResponses.INCORRECT_PASSWORD;
      void asking.password(again).then(use);
    };
    return { pdf: await task.promise, close: () => task.destroy() };
  } catch (reason) {
    throw new CannotOpen(troubleOf(reason));
  }
}

function listening(line: Line, asking: Asking): Line {
  return line.orElse((reason) => asking.failed(troubleOf(reason)));
}

function troubleOf(reason: unknown): Trouble {
  if (!(reason instanceof NotToBeHad)) return "damaged";
  if (reason.status === 416) return "damaged";
  if (reason.status === 401 || reason.status === 403) return "forbidden";
  return reason.status === 404 || reason.status === 410 ? "missing" : "failing";
}

/** The page that a link within the document leads to. */
export async function pageOf(
  pdf: pdfjs.PDFDocumentProxy,
  goal: unknown,
): Promise<number | undefined> {
  const explicit = typeof goal === "string" ? await pdf.getDestination(goal) : goal;
  if (!Array.isArray(explicit)) return undefined;
  const [page] = explicit;
  return typeof page === "number" ? page + 1 : (await pdf.getPageIndex(page)) + 1;
}

export { pdfjs };
