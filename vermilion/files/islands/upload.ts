// One file on its way: in parts, going on where it stood after a cut line, a reload or a pause.

/** What the server says of an upload (its field names). */
export interface Standing {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly size: number | null;
  readonly offset: number;
  readonly part: number;
  readonly finished: boolean;
  readonly digest: string;
  readonly content: string;
  readonly media_type: string;
  readonly sentence: string;
}

export type State =
  "sending" | "paused" | "silent" | "checking" | "stored" | "refused" | "withdrawn";

export type Told = (state: State, standing: Standing | undefined, sentence: string) => void;

/** The server will not have it; its own words say why. */
class Refusal extends Error {
  constructor(
    readonly sentence: string,
    readonly status: number,
    readonly offset?: number,
  ) {
    super(sentence);
  }
}

const PATIENCE = [1, 2, 4, 8, 15].map((seconds) => seconds * 1000);
const SMALLEST_PART = 64 * 1024;
const LARGEST_PART = 8 * 1024 * 1024;
const LARGEST_HASHED = 32 * 1024 * 1024;

/** The next size of parts: each shall take a few seconds, on a good line and a bad one. */
export function partAfter(part: number, seconds: number): number {
  if (seconds > 8) return Math.max(SMALLEST_PART, part / 2);
  if (seconds < 1.5) return Math.min(LARGEST_PART, part * 2);
  return part;
}

export class Upload {
  state: State = "sending";
  standing: Standing | undefined;
  private stop = new AbortController();
  private wake: () => void = () => {};

  constructor(
    readonly file: File,
    private readonly address: string,
    private readonly token: string,
    private readonly told: Told,
    private readonly grade = "",
  ) {}

  async run(): Promise<void> {
    for (let failures = 0; ; failures += 1) {
      try {
        this.turn("sending");
        this.standing = await this.stands();
        await this.sendParts();
        await this.complete();
        return;
      } catch (reason) {
        if (this.isHeld) return;
        if (reason instanceof Refusal && reason.status < 500 && reason.offset === undefined) {
          forget(this.file);
          return this.turn("refused", reason.sentence);
        }
        if (!(reason instanceof Refusal)) this.turn("silent");
        await this.pauseFor(PATIENCE[Math.min(failures, PATIENCE.length - 1)] ?? 0);
        if (this.isHeld) return;
      }
    }
  }

  pause(): void {
    if (this.state !== "sending" && this.state !== "silent") return;
    this.turn("paused");
    this.stop.abort();
    this.wake();
  }

  resume(): void {
    this.stop = new AbortController();
    void this.run();
  }

  /** Give it up here and there. */
  async withdraw(): Promise<void> {
    this.turn("withdrawn");
    this.stop.abort();
    this.wake();
    forget(this.file);
    this.stop = new AbortController();
    const url = this.standing?.url;
    if (url && !this.standing?.finished) {
      await this.ask(`${url}withdrawal/`, "POST").catch(() => {});
    }
  }

  /** Stopped by somebody, not by the line. */
  private get isHeld(): boolean {
    return this.state === "paused" || this.state === "withdrawn";
  }

  get share(): number {
    return this.file.size ? (this.standing?.offset ?? 0) / this.file.size : 0;
  }

  /** Where it stands: as the server remembers it, or begun now. */
  private async stands(): Promise<Standing> {
    const url = this.standing?.url ?? remembered(this.file);
    if (url) {
      const known = await this.ask(url, "GET").catch((reason) => {
        if (reason instanceof Refusal && reason.status === 404) return undefined;
        throw reason;
      });
      if (known) return known;
    }
    const { name, size, type } = this.file;
    const begun = await this.ask(
      this.address,
      "POST",
      JSON.stringify({ name, size, type, grade: this.grade }),
      "application/json",
    );
    remember(this.file, begun.url);
    return begun;
  }

  private async sendParts(): Promise<void> {
    let part = this.standing?.part ?? SMALLEST_PART;
    for (;;) {
      const { offset, url, finished } = this.standing as Standing;
      if (finished || offset >= this.file.size) return;
      const began = performance.now();
      const bytes = this.file.slice(offset, offset + part);
      this.standing = await this.ask(
        `${url}parts/${offset}/`,
        "PUT",
        bytes,
        "application/octet-stream",
      );
      this.turn("sending");
      part = partAfter(part, (performance.now() - began) / 1000);
    }
  }

  private async complete(): Promise<void> {
    this.turn("checking");
    const { url, finished } = this.standing as Standing;
    if (!finished) {
      const body = new URLSearchParams(await digestOf(this.file));
      this.standing = await this.ask(`${url}completion/`, "POST", body);
    }
    forget(this.file);
    this.turn("stored", this.standing?.sentence ?? "");
  }

  private async ask(
    url: string,
    method: string,
    body?: BodyInit,
    type?: string,
  ): Promise<Standing> {
    const headers: Record<string, string> = {
      Accept: "application/json",
      "X-CSRFToken": this.token,
    };
    if (type) headers["Content-Type"] = type;
    const answer = await fetch(url, {
      method,
      headers,
      body: body ?? null,
      signal: this.stop.signal,
    });
    if (answer.status === 204) return this.standing as Standing;
    const said = await answer.json().catch(() => ({}));
    if (answer.ok) return said as Standing;
    throw new Refusal(String(said.sentence ?? ""), answer.status, said.facts?.offset);
  }

  private turn(state: State, sentence = ""): void {
    this.state = state;
    this.told(state, this.standing, sentence);
  }

  /** Wait a while, until the device is on line again, or until somebody pauses. */
  private pauseFor(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.wake = () => {
        clearTimeout(timer);
        window.removeEventListener("online", this.wake);
        resolve();
      };
      const timer = setTimeout(this.wake, milliseconds);
      window.addEventListener("online", this.wake);
    });
  }
}

async function digestOf(file: File): Promise<Record<string, string>> {
  // Only a page that came safely may reckon; a big file would fill the memory.
  if (!globalThis.crypto?.subtle || file.size > LARGEST_HASHED) return {};
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  const hex = [...new Uint8Array(digest)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  return { sha256: hex };
}

// The same file chosen again after a reload goes on where it stood.

function keyOf(file: File): string {
  return `upload:${file.name}:${file.size}:${file.lastModified}`;
}

function remembered(file: File): string | undefined {
  return sessionStorage.getItem(keyOf(file)) ?? undefined;
}

function remember(file: File, url: string): void {
  sessionStorage.setItem(keyOf(file), url);
}

function forget(file: File): void {
  sessionStorage.removeItem(keyOf(file));
}
