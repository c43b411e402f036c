// Places on a page.

/** Left, top, right, bottom as shares of the upright page. */
export type Box = readonly [number, number, number, number];

/** A box of the upright page, on the page turned by quarter turns. */
export function turnedBox([left, top, right, bottom]: Box, rotation: number): Box {
  if (rotation === 90) return [1 - bottom, left, 1 - top, right];
  if (rotation === 180) return [1 - right, 1 - bottom, 1 - left, 1 - top];
  if (rotation === 270) return [top, 1 - right, bottom, 1 - left];
  return [left, top, right, bottom];
}
