// Bytes of a document piece by piece over a line that may fall silent. A piece that does not come
// is asked for again until it does; only an answer that will not change ends the trying.

import { PDFDataRangeTransport } from "pdfjs-dist/legacy/build/pdf.mjs";

export const PIECE = 128 * 1024;
const PATIENCE = [1, 2, 4, 8, 15].map((seconds) => seconds * 1000);
const TRIES_OF_A_FAILING_SERVER = 5;

/** Why a document cannot be had: gone, not for this person, or the server fails. */
export class NotToBeHad extends Error {
  constructor(readonly status: number) {
    super(`The server answered ${status}`);
  }
}

export interface Waiting {
  /** Called with true when the line falls silent, with false when it speaks again. */
  silent(is: boolean): void;
}

/** Open the line: the first piece tells how long the whole is. */
export async function openLine(
  url: string,
  waiting: Waiting,
): Promise<Line | Uint8Array<ArrayBuffer>> {
  const stop = new AbortController();
  const answer = await fetchPiece(url, 0, PIECE, waiting, stop.signal);
  const bytes = new Uint8Array(answer.bytes);
  if (answer.total === bytes.length) return bytes;
  return new Line(url, answer.total, bytes, waiting, stop);
}

/** The rest of the document, as the reader of PDF asks for it. */
export class Line extends PDFDataRangeTransport {
  private failed: (reason: unknown) => void = () => {};

  constructor(
    private readonly url: string,
    total: number,
    first: Uint8Array,
    private readonly waiting: Waiting,
    private readonly stop: AbortController,
  ) {
    super(total, first, false);
  }

  /** Tell somebody when a piece can never be had. */
  orElse(failed: (reason: unknown) => void): Line {
    this.failed = failed;
    return this;
  }

  override requestDataRange(begin: number, end: number): void {
    fetchPiece(this.url, begin, end, this.waiting, this.stop.signal).then(
      (answer) => this.onDataRange(begin, new Uint8Array(answer.bytes)),
      (reason: unknown) => {
        if (!this.stop.signal.aborted) this.failed(reason);
      },
    );
  }

  override abort(): void {
    this.stop.abort();
  }
}

interface Piece {
  readonly bytes: ArrayBuffer;
  readonly total: number;
}

async function fetchPiece(
  url: string,
  begin: number,
  end: number,
  waiting: Waiting,
  signal: AbortSignal,
): Promise<Piece> {
  let failures = 0;
  for (let tries = 0; ; tries += 1) {
    try {
      const answer = await fetch(url, { headers: { Range: `bytes=${begin}-${end - 1}` }, signal });
      if (answer.ok) {
        const piece = await pieceOf(answer);
        if (tries > 0) waiting.silent(false);
        return piece;
      }
      failures += 1;
      if (answer.status < 500 || failures >= TRIES_OF_A_FAILING_SERVER) {
        throw new NotToBeHad(answer.status);
      }
    } catch (reason) {
      if (reason instanceof NotToBeHad || signal.aborted) throw reason;
      waiting.silent(true);
    }
    await pause(PATIENCE[Math.min(tries, PATIENCE.length - 1)] ?? 0, signal);
  }
}

async function pieceOf(answer: Response): Promise<Piece> {
  const bytes = await answer.arrayBuffer();
  const total = /\/(\d+)$/.exec(answer.headers.get("Content-Range") ?? "")?.[1];
  return { bytes, total: answer.status === 206 && total ? Number(total) : bytes.byteLength };
}

/** Wait a while, or until the device says it is on line again. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      window.removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    window.addEventListener("online", go);
    signal.addEventListener("abort", go, { once: true });
  });
}
