// The order in which a line is read. PDFs paint lines of Arabic piece by piece as they stand, from
// left to right; people search them as they are read.

export interface Piece {
  readonly str: string;
  readonly dir: string;
  /** Where the piece begins, from the left. */
  readonly x: number;
  /** It ends its line. */
  readonly ends: boolean;
}

/** The indices of pieces in the order of reading. */
export function orderOfReading(pieces: readonly Piece[]): number[] {
  const order: number[] = [];
  let line: number[] = [];
  pieces.forEach((piece, index) => {
    line.push(index);
    if (!piece.ends && index < pieces.length - 1) return;
    order.push(...orderOfLine(pieces, line));
    line = [];
  });
  return order;
}

function orderOfLine(pieces: readonly Piece[], line: readonly number[]): number[] {
  const leftward = line.filter((index) => pieces[index]?.dir === "rtl").length;
  const words = line.filter((index) => pieces[index]?.str.trim()).length;
  if (leftward * 2 <= words) return [...line];
  const order: number[] = [];
  let figures: number[] = [];
  const flush = (): void => {
    order.push(...figures.reverse());
    figures = [];
  };
  const byPlace = [...line].sort((one, other) => (pieces[other]?.x ?? 0) - (pieces[one]?.x ?? 0));
  for (const index of byPlace) {
    const piece = pieces[index];
    // Figures and Latin words within keep their own order.
    if (piece?.dir === "ltr" && piece.str.trim()) figures.push(index);
    else {
      flush();
      order.push(index);
    }
  }
  flush();
  return order;
}
