import { normaliseForSearch } from '../names/normalise.ts';

export interface KnownGp {
  readonly id: string;
  readonly name: string;
}

const TITLES = new Set(['dr', 'drs', 'dokter', 'huisarts', 'arts', 'mw', 'mevr', 'mevrouw', 'dhr', 'ha', 'prof']);

function words(name: string): string[] {
  return normaliseForSearch(name)
    .split(' ')
    .filter((word) => word !== '' && !TITLES.has(word));
}

/** Every word of the cell is a word of the name, or the first letter of another one; at least one is more than a letter. */
function fits(cell: readonly string[], name: readonly string[]): boolean {
  const others = name.filter((word) => !cell.includes(word));
  const isInitial = (word: string): boolean => word.length === 1 && others.some((other) => other.startsWith(word));
  return cell.some((word) => word.length > 1 && name.includes(word))
    && cell.every((word) => name.includes(word) || isInitial(word)); // prettier-ignore
}

/** The one GP of the practice whose name fits what stands in the file, whatever the order; undefined for none or several. */
export function matchGp(cell: string, gps: readonly KnownGp[]): string | undefined {
  const asked = words(cell);
  const exact = gps.filter(({ name }) => words(name).toSorted().join(' ') === asked.toSorted().join(' '));
  const found = exact.length > 0 ? exact : gps.filter(({ name }) => fits(asked, words(name)));
  return found.length === 1 ? found[0]?.id : undefined;
}
