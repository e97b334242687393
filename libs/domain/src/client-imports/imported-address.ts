export interface ImportedHouse {
  readonly houseNumber: string;
  readonly suffix: string;
}

const NUMBER_AND_SUFFIX = /^(\d{1,5})\s*[-/]?\s*(.*)$/;
const STREET_AND_HOUSE = /^(.*\S)\s+(\d{1,5}(?:\s?[-/]?\s?[\p{L}\d]{1,8})?)$/u;

/** "12a", "12-a" and "12 bis" in one column: number and suffix apart. What does not begin with digits stays whole. */
export function splitHouse(text: string): ImportedHouse {
  const match = NUMBER_AND_SUFFIX.exec(text);
  return match ? { houseNumber: match[1] ?? '', suffix: match[2] ?? '' } : { houseNumber: text, suffix: '' };
}

/** "Dorpsstraat 12a": street, number and suffix apart. Without a number at its end the text is the street. */
export function splitAddress(text: string): ImportedHouse & { readonly street: string } {
  const match = STREET_AND_HOUSE.exec(text);
  return match
    ? { street: match[1] ?? '', ...splitHouse(match[2] ?? '') }
    : { street: text, houseNumber: '', suffix: '' };
}
