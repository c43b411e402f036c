// The select that names the size: a known choice, or the percentage that one pinched oneself to.

import { shareOf, type Zoom } from "./zoom";

export function showZoom(choice: HTMLSelectElement, zoom: Zoom, scale: number): void {
  const own = choice.querySelector<HTMLOptionElement>("option[data-part=own]");
  if (!own) return;
  const share = Math.round(shareOf(scale) * 100);
  own.textContent = `${share}%`;
  own.value = String(share / 100);
  const known = [...choice.options].find((each) => each !== own && each.value === String(zoom));
  own.hidden = known !== undefined;
  choice.value = known?.value ?? own.value;
}
