// What every page loads. Islands are custom elements over markup that works without them; the
// heavy ones come only to the pages that have them.

import "./htmx";
import { tidyDrafts } from "./auto-save";
import "./command-box";
import { helpForms } from "./forms";
import "./key-map";
import { closeMenus } from "./menus";
import "./small";

/** The island of a tag; each is fetched when the page first has such an element. */
const LATER: Record<string, () => Promise<unknown>> = {
  "arrival-drop": () => import("../../registry/islands/arrival-drop"),
  "arrival-stamp": () => import("../../registry/islands/arrival-stamp"),
  "arrival-list": () => import("../../arrivals/islands/arrival-list"),
  "inbox-drop": () => import("../../arrivals/islands/inbox-drop"),
  "bulk-drop": () => import("../../arrivals/islands/bulk-drop"),
  "combo-box": () => import("./combo-box"),
  "file-drop": () => import("../../files/islands/file-drop"),
  "paper-list": () => import("../../desk/islands/paper-list"),
  "live-frame": () => import("../../live/islands/live-frame"),
  "live-desk": () => import("../../live/islands/live-desk"),
  "paper-presence": () => import("../../live/islands/paper-presence"),
  "passkey-form": () => import("../../accounts/islands/passkey-form"),
  "screen-state": () => import("../../support/islands/screen-state"),
  "proposal-form": () => import("../../arrivals/islands/proposal-form"),
  "phrase-list": () => import("../../routing/islands/phrase-list"),
  "page-sorter": () => import("../../files/islands/page-sorter"),
  "pdf-reader": () => import("../../files/islands/pdf-reader"),
};

function fetchNeeded(within: ParentNode): void {
  for (const [tag, fetch] of Object.entries(LATER)) {
    if (within.querySelector(tag)) {
      delete LATER[tag];
      void fetch();
    }
  }
}

helpForms();
closeMenus();
tidyDrafts();
fetchNeeded(document);
document.addEventListener("htmx:load", (event) => {
  fetchNeeded((event.target as Element).parentNode ?? document);
});
