// What a combo box may offer, asked from the server (`data-url`) or found among its own options.

import { fold, hasTones } from "./folding";

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Where it belongs, in a second line: the way to a unit, the post of a person. */
  readonly note?: string;
  readonly disabled?: boolean;
}

export interface Answer {
  readonly results: readonly Choice[];
  /** There are more than were sent. */
  readonly more?: boolean;
}

/** Choices whose label or note has every word of the query, with or without tones. */
export function among(choices: readonly Choice[], query: string): Choice[] {
  const keepTones = hasTones(query);
  const words = fold(query, keepTones).text.split(" ").filter(Boolean);
  return choices.filter((choice) => {
    const text = fold(`${choice.label} ${choice.note ?? ""}`, keepTones).text;
    return words.every((word) => text.includes(word));
  });
}
