// htmx, as every page uses it. Its switches are in the page's <meta name="htmx-config">.

import htmx from "htmx.org";

declare global {
  interface Window {
    htmx: typeof htmx;
  }
}

window.htmx = htmx;

export default htmx;
