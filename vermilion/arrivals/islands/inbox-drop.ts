// <inbox-drop hidden>: files dropped anywhere on the inbox go into it. The form within is the one of
// its own page, with what is usual; it shows itself while something is over the page and while
// files are on their way. Without script the page for handing in does the same.

import { Island } from "../../web/islands/island";

export class InboxDrop extends Island {
  private depth = 0;

  protected override begin(signal: AbortSignal): void {
    const listen = (what: string, act: (event: DragEvent) => void): void => {
      document.addEventListener(
        what,
        (event) => {
          if ((event as DragEvent).dataTransfer?.types.includes("Files")) act(event as DragEvent);
        },
        { signal },
      );
    };
    listen("dragenter", () => this.over(1));
    listen("dragleave", () => this.over(-1));
    listen("dragover", (event) => {
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    });
    listen("drop", (event) => this.dropped(event));
  }

  /** One enters each element within before one leaves the last: only the sum says where one is. */
  private over(step: number): void {
    this.depth = Math.max(0, this.depth + step);
    this.toggleAttribute("data-over", this.depth > 0);
    if (this.depth > 0) this.hidden = false;
    else if (!this.querySelector("[data-row]")) this.hidden = true;
  }

  private dropped(event: DragEvent): void {
    this.depth = 0;
    this.toggleAttribute("data-over", false);
    const files = event.dataTransfer?.files;
    // What falls on the field itself is taken there.
    if (!files?.length || event.defaultPrevented) return;
    event.preventDefault();
    const field = this.need<HTMLInputElement>("input[type=file]");
    field.files = files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

customElements.define("inbox-drop", InboxDrop);
