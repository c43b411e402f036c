// Drafts kept on the server, beside those of this device: for another machine, or one that broke.
// Each keeping rests on a version; what another window kept meanwhile is given back, not replaced.

import type { Draft } from "./drafts";

interface Kept {
  readonly fields: Draft["fields"];
  readonly version: number;
  readonly at: number;
}

/** What is to be kept: the fields, and the key by which their form is dealt with once. */
export type Typed = Required<Pick<Draft, "fields" | "once">>;

const ONCE = "_once";

export type Outcome = { how: "kept" | "refused" | "failed" } | { how: "newer"; draft: Draft };

export class ServerDraft {
  private version = 0;
  private under = false;

  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** What is kept there; nothing if nothing is, or the server cannot be reached. */
  async load(): Promise<Draft | undefined> {
    try {
      const answer = await fetch(this.url, { headers: { Unattended: "1" } });
      if (answer.status !== 200) return undefined;
      return this.taken((await answer.json()) as Kept);
    } catch {
      return undefined;
    }
  }

  async keep(typed: Typed): Promise<Outcome> {
    if (this.under) return { how: "failed" };
    this.under = true;
    try {
      const answer = await fetch(this.url, { method: "POST", body: this.body(typed) });
      if (answer.status === 409)
        return { how: "newer", draft: this.taken((await answer.json()) as Kept) };
      if (answer.status === 413 || answer.status === 422) return { how: "refused" };
      if (!answer.ok) return { how: "failed" };
      this.taken((await answer.json()) as Kept);
      return { how: "kept" };
    } catch {
      return { how: "failed" };
    } finally {
      this.under = false;
    }
  }

  /** A last keeping while the page goes; nobody waits for the answer. */
  keepLeaving(typed: Typed): void {
    navigator.sendBeacon(this.url, this.body(typed));
  }

  async drop(): Promise<void> {
    try {
      await fetch(this.url, { method: "DELETE", headers: { "X-CSRFToken": this.token } });
    } catch {
      // It expires by itself.
    }
  }

  private taken(kept: Kept): Draft {
    this.version = kept.version;
    const { [ONCE]: once, ...fields } = kept.fields;
    return { fields, at: kept.at, sent: false, once: once?.[0] ?? "" };
  }

  private body({ fields, once }: Typed): FormData {
    const body = new FormData();
    body.set("fields", JSON.stringify({ ...fields, [ONCE]: [once] }));
    body.set("version", String(this.version));
    body.set("csrfmiddlewaretoken", this.token);
    return body;
  }
}
