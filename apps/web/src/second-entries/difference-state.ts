import type { Answer } from '@samenoud/domain';
import type { Choice } from './second-entry-types.ts';

/** One question the two entries differ about, in the signs of the paper. */
export type DifferenceRow = {
  item: string;
  number: number;
  label: string;
  first: { sign: string; words: string };
  second: { sign: string; words: string };
  /** Every answer the question knows. */
  options: readonly { key: string; words: string; answer: Answer }[];
};

export type ChoiceState = {
  /** Index of the question at hand; the number of rows when all is chosen. */
  cursor: number;
  choices: Readonly<Record<string, Choice>>;
};

export const startChoosing: ChoiceState = { cursor: 0, choices: {} };

/** Keeps a choice and goes on to the next question without one. */
export function choose(state: ChoiceState, rows: readonly DifferenceRow[], item: string, choice: Choice): ChoiceState {
  const choices = { ...state.choices, [item]: choice };
  const here = rows.findIndex((row) => row.item === item);
  const later = rows.findIndex((row, index) => index > here && choices[row.item] === undefined);
  const any = rows.findIndex((row) => choices[row.item] === undefined);
  return { choices, cursor: later !== -1 ? later : any !== -1 ? any : rows.length };
}

export const back = (state: ChoiceState): ChoiceState => ({ ...state, cursor: Math.max(0, state.cursor - 1) });

export const remaining = ({ choices }: ChoiceState, rows: readonly DifferenceRow[]): number =>
  rows.filter(({ item }) => choices[item] === undefined).length;
