// <arrival-stamp data-start="0.6" data-top="0.1" data-wide="0.24" data-high="0.12">: lays the stamp in
// its <template> over the first page of the reader beside it. Without script its words stand there.

import { Island } from "../../web/islands/island";

export class ArrivalStamp extends Island {
  protected override begin(signal: AbortSignal): void {
    this.lay();
    document.addEventListener("reader-ready", () => this.lay(), { signal });
  }

  private lay(): void {
    const page = document.querySelector<HTMLElement>('.reader-sheet[data-page="1"]');
    const template = this.querySelector("template");
    if (!page || !template || page.querySelector(".stamp")) return;
    const stamp = template.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined;
    if (!stamp) return;
    for (const side of ["start", "top", "wide", "high"]) {
      stamp.style.setProperty(`--${side}`, this.dataset[side] ?? "0");
    }
    page.append(stamp);
  }
}

customElements.define("arrival-stamp", ArrivalStamp);
