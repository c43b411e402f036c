// What somebody typed and has not sent, kept on this device. One entry per person and form.

export interface Draft {
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly at: number;
  /** It has been handed to the server, which has not been seen to take it. */
  readonly sent: boolean;
  /** The key by which the server deals with the form once, also when it is sent from this draft. */
  readonly once?: string;
}

const PREFIX = "draft:";
const KEPT_FOR = 14 * 24 * 3600 * 1000;

export function keyOf(person: string, form: string): string {
  return `${PREFIX}${person}:${form}`;
}

export function read(store: Storage, key: string): Draft | undefined {
  try {
    const draft = JSON.parse(store.getItem(key) ?? "null") as Draft | null;
    return draft?.fields ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** Keep a draft; a store that is full or forbidden answers false. */
export function write(store: Storage, key: string, draft: Draft): boolean {
  try {
    store.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Forget what matches: all drafts of the device, or those that `is` chooses. */
export function forget(
  store: Storage,
  is: (key: string, draft: Draft | undefined) => boolean,
): void {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? "");
  for (const key of keys) {
    if (key.startsWith(PREFIX) && is(key, read(store, key))) store.removeItem(key);
  }
}

/** What old drafts leave: nothing, after two weeks. */
export function forgetOld(store: Storage, now: number): void {
  forget(store, (_key, draft) => !draft || now - draft.at > KEPT_FOR);
}

/** The same fields with the same values. */
export function same(one: Draft["fields"], other: Draft["fields"]): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every(
    (name) => (one[name] ?? []).join("\0") === (other[name] ?? []).join("\0"),
  );
}
