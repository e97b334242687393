import type { InstrumentItem, IntegerAnswer } from './instrument-pack.ts';

function integerScore({ minimum, maximum, scoreOneUpTo }: IntegerAnswer, value: unknown): number | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < minimum || value > maximum) return undefined;
  return value <= scoreOneUpTo ? 1 : 0;
}

/** The points an answer gives, or undefined when it is no answer to this item. Nothing is coerced: "7" is not 7. */
export function itemScore({ answer }: InstrumentItem, value: unknown): number | undefined {
  if (answer.kind === 'INTEGER') return integerScore(answer, value);
  return answer.options.find(({ code }) => code === value)?.score;
}

/** The most points an item can give; a missing item contributes 0 up to this. */
export function highestScore({ answer }: InstrumentItem): number {
  return answer.kind === 'INTEGER' ? 1 : Math.max(...answer.options.map(({ score }) => score));
}
