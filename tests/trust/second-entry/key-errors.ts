import { pick, type Random } from '../support/random.ts';

/** All 35 items of a paper form, each an answer or a reason why there is none. */
export type Form = Readonly<Record<string, unknown>>;

const BLANK = { missing: 'BLANK' };
const item = (instrument: string, number: number): string => `${instrument}-${String(number).padStart(2, '0')}`;
const items = (instrument: string, first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => item(instrument, first + index));

/** Items that stand below each other with the same boxes: what is typed one row too low is still a valid answer. */
const BLOCKS: readonly (readonly string[])[] = [
  items('gfi', 1, 4), items('gfi', 6, 9), items('gfi', 10, 15), items('imesa', 1, 20),
]; // prettier-ignore
export const ALL_ITEMS = [...items('gfi', 1, 15), ...items('imesa', 1, 20)];

/** The answers of an item in the order of their keys. Source: domain reference 3 and 4. */
function keysOf(id: string): readonly (string | number)[] {
  if (id.startsWith('imesa')) return [0, 1, 2, 3];
  const number = Number(id.slice(-2));
  if (number === 5) return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  if (number <= 4) return ['independent', 'dependent'];
  return number <= 9 ? ['no', 'yes'] : ['no', 'sometimes', 'yes'];
}

/** What a hand does that slips once. */
const SLIPS = {
  /** The key beside the right one. */
  neighbour: (form: Form, random: Random): Form => {
    const id = pick(random, ALL_ITEMS);
    const keys = keysOf(id);
    const at = keys.findIndex((key) => key === form[id]);
    const next = keys[at + pick(random, [-1, 1])];
    return at < 0 || next === undefined ? form : { ...form, [id]: next };
  },
  /** Two answers below each other change places. */
  swap: (form: Form, random: Random): Form => {
    const block = pick(random, BLOCKS);
    const at = Math.floor(random() * (block.length - 1));
    const [one = '', other = ''] = block.slice(at, at + 2);
    return { ...form, [one]: form[other], [other]: form[one] };
  },
  /** A key pressed twice moves what follows one row down, until it is noticed or the block ends. */
  shift: (form: Form, random: Random): Form => {
    const block = pick(random, BLOCKS);
    const from = Math.floor(random() * (block.length - 1));
    const rows = block.slice(from, from + 2 + Math.floor(random() * block.length));
    return { ...form, ...Object.fromEntries(rows.slice(1).map((id, index) => [id, form[rows[index] ?? '']])) };
  },
  /** A question passed over. */
  skip: (form: Form, random: Random): Form => ({ ...form, [pick(random, ALL_ITEMS)]: BLANK }),
} satisfies Record<string, (form: Form, random: Random) => Form>;

/** The form as it was typed: mostly right, sometimes with one slip or two. */
export function typed(truth: Form, random: Random, slips = pick(random, [0, 0, 1, 1, 1, 2])): Form {
  let form = truth;
  for (let count = 0; count < slips; count++) form = pick(random, Object.values(SLIPS))(form, random);
  return form;
}

/** Items on which two forms differ, in the order of the form. */
export const differing = (one: Form, other: Form): string[] =>
  ALL_ITEMS.filter((id) => JSON.stringify(one[id]) !== JSON.stringify(other[id]));
