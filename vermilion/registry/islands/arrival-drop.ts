// <arrival-drop data-next="/registry/outgoing/new/">: goes on to the form with what was read as soon
// as the file handed in within it is stored. Without script the form inside does the same.

import { Island } from "../../web/islands/island";

export class ArrivalDrop extends Island {
  protected override begin(signal: AbortSignal): void {
    this.addEventListener(
      "file-stored",
      (event) => this.goOn(event as CustomEvent<{ upload: string }>),
      { signal },
    );
  }

  private goOn(event: CustomEvent<{ upload: string }>): void {
    const next = new URL(this.dataset["next"] ?? location.pathname, location.href);
    next.searchParams.set("upload", event.detail.upload);
    location.assign(next);
  }
}

customElements.define("arrival-drop", ArrivalDrop);
