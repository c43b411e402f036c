// Asks the server while somebody types: the last question only; answers that come late are dropped.

export class Asking<Answer> {
  private last = new AbortController();
  private readonly known = new Map<string, Answer>();

  constructor(private readonly url: string) {}

  async about(query: string): Promise<Answer> {
    this.last.abort();
    this.last = new AbortController();
    const known = this.known.get(query);
    if (known) return known;
    const address = new URL(this.url, location.href);
    address.searchParams.set("q", query);
    const answer = await fetch(address, {
      headers: { Accept: "application/json" },
      signal: this.last.signal,
    });
    if (!answer.ok) throw new Error(`The server answered ${answer.status}`);
    const found = (await answer.json()) as Answer;
    this.known.set(query, found);
    return found;
  }
}
