// How large a page is shown. Sizes are in points; the screen has 96 pixels where paper has 72.

export const PIXELS_PER_POINT = 96 / 72;
export const SMALLEST = 0.1;
export const LARGEST = 6;

/** By the width of the room, by the whole page, or by a share of its true size. */
export type Zoom = "width" | "page" | number;

export interface Size {
  readonly width: number;
  readonly height: number;
}

const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5];

/** Pixels for a point, so that a page fits the room as asked. */
export function scaleFor(zoom: Zoom, page: Size, room: Size): number {
  if (zoom === "width") return within(room.width / page.width);
  if (zoom === "page") return within(Math.min(room.width / page.width, room.height / page.height));
  return within(zoom * PIXELS_PER_POINT);
}

function within(scale: number): number {
  const share = Math.min(LARGEST, Math.max(SMALLEST, scale / PIXELS_PER_POINT));
  return share * PIXELS_PER_POINT;
}

/** The share of its true size at which a page is shown. */
export function shareOf(scale: number): number {
  return scale / PIXELS_PER_POINT;
}

/** The next larger step from a share, or the next smaller. */
export function step(share: number, direction: 1 | -1): number {
  const larger = STEPS.find((each) => each > share + 0.005) ?? LARGEST;
  const smaller = STEPS.findLast((each) => each < share - 0.005) ?? SMALLEST;
  return direction === 1 ? larger : smaller;
}

/** What was kept or chosen as text, as a zoom. */
export function zoomFrom(text: string): Zoom {
  if (text === "width" || text === "page") return text;
  const share = Number(text);
  return Number.isFinite(share) && share > 0 ? share : "width";
}

/** A page turned by quarter turns. */
export function turned(page: Size, rotation: number): Size {
  return rotation % 180 === 0 ? page : { width: page.height, height: page.width };
}
