import { GROUPINGS } from '../instruments/instrument-pack.ts';
import type { Grouping, InstrumentItem, InstrumentPack } from '../instruments/instrument-pack.ts';
import { highestScore, itemScore } from '../instruments/item-score.ts';
import { answerTo, isMissingAnswer } from './answers.ts';
import type { Answers, GivenAnswer } from './answers.ts';

/** Points: the least and the most that the total can be. Equal when nothing is missing. */
export type Bounds = { readonly lower: number; readonly upper: number };
export type Contribution = { readonly item: string; readonly answer: GivenAnswer; readonly score: number };

export type InstrumentScore = Bounds & {
  readonly version: string;
  /** Ids of the items without an answer, by id. */
  readonly missing: readonly string[];
  readonly cutOff: number;
  /** Every answered item with its points, by id. */
  readonly contributions: readonly Contribution[];
  /** Points per domain; null where an item of the domain is missing, see `subscales` for its bounds. */
  readonly domains: Readonly<Record<string, number | null>>;
  readonly subscales: Partial<Record<Grouping, Readonly<Record<string, Bounds>>>>;
};

type ItemResult = Bounds & { readonly item: InstrumentItem; readonly contribution: Contribution | undefined };

function itemResult(item: InstrumentItem, answers: Answers): ItemResult {
  const answer = answerTo(answers, item.id);
  if (isMissingAnswer(answer)) return { item, contribution: undefined, lower: 0, upper: highestScore(item) };
  const score = itemScore(item, answer);
  if (score === undefined) throw new RangeError(`Invalid answer to ${item.id}`);
  return { item, contribution: { item: item.id, answer, score }, lower: score, upper: score };
}

function add(results: readonly Bounds[]): Bounds {
  return results.reduce((sum, { lower, upper }) => ({ lower: sum.lower + lower, upper: sum.upper + upper }), {
    lower: 0,
    upper: 0,
  });
}

function boundsPerGroup(results: readonly ItemResult[], grouping: Grouping): Record<string, Bounds> {
  const bounds: Record<string, Bounds> = {};
  for (const result of results) {
    const group = result.item[grouping];
    if (group !== undefined) bounds[group] = add([bounds[group] ?? { lower: 0, upper: 0 }, result]);
  }
  return bounds;
}

function subscalesOf(results: readonly ItemResult[]): InstrumentScore['subscales'] {
  const perGrouping = GROUPINGS.map((grouping) => [grouping, boundsPerGroup(results, grouping)] as const);
  return Object.fromEntries(perGrouping.filter(([, bounds]) => Object.keys(bounds).length > 0));
}

function exactPoints(results: readonly ItemResult[]): InstrumentScore['domains'] {
  const domains = Object.entries(boundsPerGroup(results, 'domain'));
  return Object.fromEntries(domains.map(([domain, { lower, upper }]) => [domain, lower === upper ? lower : null]));
}

/**
 * Adds up the answers to one instrument. A missing item contributes 0 up to its highest score: nothing is imputed.
 * Source: domain reference 3–5. Throws RangeError for an answer that `answerProblems` refuses.
 * @param cutOff total from which the instrument counts as raised, points
 */
export function scoreInstrument(pack: InstrumentPack, answers: Answers, cutOff = pack.cutOff): InstrumentScore {
  const items = pack.items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const results = items.map((item) => itemResult(item, answers));
  return {
    version: pack.version,
    ...add(results),
    missing: results.filter(({ contribution }) => contribution === undefined).map(({ item }) => item.id),
    cutOff,
    contributions: results.map(({ contribution }) => contribution).filter((given) => given !== undefined),
    domains: exactPoints(results),
    subscales: subscalesOf(results),
  };
}
