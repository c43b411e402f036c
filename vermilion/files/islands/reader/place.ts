// Where somebody was in each document, for as long as the window stays open.

import { type Zoom, zoomFrom } from "./zoom";

export interface Place {
  readonly page: number;
  /** How far down the page the upper edge of the room stands, as a share of its height. */
  readonly within: number;
  readonly zoom: Zoom;
  readonly rotation: number;
}

const START: Place = { page: 1, within: 0, zoom: "width", rotation: 0 };

export function remembered(source: string): Place {
  try {
    const kept = JSON.parse(
      sessionStorage.getItem(keyOf(source)) ?? "null",
    ) as Partial<Place> | null;
    if (!kept) return START;
    return {
      page: whole(kept.page) || 1,
      within: Math.min(1, Math.max(0, Number(kept.within) || 0)),
      zoom: zoomFrom(String(kept.zoom)),
      rotation: whole(kept.rotation) % 90 === 0 ? whole(kept.rotation) % 360 : 0,
    };
  } catch {
    return START;
  }
}

export function remember(source: string, place: Place): void {
  try {
    sessionStorage.setItem(keyOf(source), JSON.stringify(place));
  } catch {
    // A full or forbidden store costs the place, not the reading.
  }
}

function keyOf(source: string): string {
  return `reader:${source}`;
}

function whole(value: unknown): number {
  return Number.isInteger(value) && Number(value) > 0 ? Number(value) : 0;
}
