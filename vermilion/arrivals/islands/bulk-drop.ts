// <bulk-drop>: what is dropped or picked in the form within goes into the inbox by itself. The form
// is asked to go at once; the drop within holds it until every file is stored whole. A file that
// was refused keeps the form here, with the reason beside it.

import { Island } from "../../web/islands/island";

export class BulkDrop extends Island {
  protected override begin(signal: AbortSignal): void {
    const go = (): void => {
      setTimeout(() => this.querySelector("form")?.requestSubmit());
    };
    this.addEventListener(
      "drop",
      (event) => {
        if ((event as DragEvent).dataTransfer?.files.length) go();
      },
      { signal },
    );
    this.addEventListener(
      "change",
      (event) => {
        if ((event.target as Element).matches("input[type=file]")) go();
      },
      { signal },
    );
  }
}

customElements.define("bulk-drop", BulkDrop);
