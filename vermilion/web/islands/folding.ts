// Text as people search it: letters without case, and without tones unless they typed some.

/** Folded text, and for each of its units from where to where in the source it came. */
export interface Folded {
  readonly text: string;
  readonly at: readonly number[];
  readonly to: readonly number[];
}

/** A stretch of the source, from its first unit up to but not including `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
const LATIN_TONES = /[\u0300-\u036f]/g;
const ARABIC_MARKS = /[\u0640\u064b-\u065f\u0670]/g;
const ARABIC_LETTERS: Record<string, string> = { "\u0649": "\u064a", "\u0629": "\u0647" };

/** Whether somebody typed marks of tone: then they are meant. */
export function hasTones(query: string): boolean {
  const letters = query.normalize("NFD");
  return /đ/i.test(letters) || /[\u0300-\u036f]/.test(letters);
}

/** Fold a text letter by letter, runs of white space to one blank. */
export function fold(source: string, keepTones: boolean): Folded {
  const at: number[] = [];
  const to: number[] = [];
  let text = "";
  for (const match of source.matchAll(CLUSTER)) {
    const folded = foldedCluster(match[0], keepTones);
    if (folded === " " && (text === "" || text.endsWith(" "))) continue;
    for (let unit = 0; unit < folded.length; unit += 1) {
      at.push(match.index);
      to.push(match.index + match[0].length);
    }
    text += folded;
  }
  return { text, at, to };
}

function foldedCluster(cluster: string, keepTones: boolean): string {
  if (/^\s/u.test(cluster)) return " ";
  // Soft hyphens, and the codes that stand for parts of letters in some PDFs.
  if (/^[\u00ad\p{Cc}]/u.test(cluster)) return "";
  const letters = cluster.normalize("NFKD").replace(ARABIC_MARKS, "").toLowerCase();
  const plain = letters.replace(/[\u0649\u0629]/g, (letter) => ARABIC_LETTERS[letter] ?? letter);
  // An alef with hamza is an alef when one searches; NFKD has parted the two.
  const arabic = plain.replace(/\u0627[\u0653-\u0655]/g, "\u0627");
  return keepTones ? arabic : arabic.replace(LATIN_TONES, "").replace(/đ/g, "d");
}

// Scripts whose letters join: PDFs often part them, so blanks count for nothing in them.
const JOINED = /[\p{Script=Arabic}\p{Script=Devanagari}]/u;

function closed(folded: Folded, joined: boolean): Folded {
  if (!joined) return folded;
  const stays = (_: number, unit: number): boolean => folded.text[unit] !== " ";
  return {
    text: folded.text.replaceAll(" ", ""),
    at: folded.at.filter(stays),
    to: folded.to.filter(stays),
  };
}

/** Where a query stands in a text. */
export function hitsIn(source: string, query: string): Stretch[] {
  const keepTones = hasTones(query);
  const joined = JOINED.test(query);
  const needle = closed(fold(query.trim(), keepTones), joined).text.trim();
  if (!needle) return [];
  const hay = closed(fold(source, keepTones), joined);
  const hits: Stretch[] = [];
  for (let from = hay.text.indexOf(needle); from !== -1;) {
    const after = from + needle.length;
    hits.push({ start: hay.at[from] ?? 0, end: hay.to[after - 1] ?? source.length });
    from = hay.text.indexOf(needle, after);
  }
  return hits;
}

/** A part of a hit that lies within one piece of text on the page. */
export interface Part {
  readonly piece: number;
  readonly from: number;
  readonly to: number;
}

/** Cut a stretch along the pieces whose beginnings are given. */
export function partsOf(
  stretch: Stretch,
  begins: readonly number[],
  lengths: readonly number[],
): Part[] {
  const parts: Part[] = [];
  for (let piece = 0; piece < begins.length; piece += 1) {
    const begin = begins[piece] ?? 0;
    const from = Math.max(stretch.start, begin) - begin;
    const to = Math.min(stretch.end, begin + (lengths[piece] ?? 0)) - begin;
    if (to > from) parts.push({ piece, from, to });
    if (begin > stretch.end) break;
  }
  return parts;
}
