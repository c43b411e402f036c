// Words from the markup, with facts put in.

export type Facts = Readonly<Record<string, string | number>>;

export function filled(words: string, facts: Facts): string {
  return words.replace(/\{(\w+)\}/g, (whole, fact: string) => String(facts[fact] ?? whole));
}
