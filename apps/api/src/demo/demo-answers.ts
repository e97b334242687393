import {
  type Answers, assess, type GivenAnswer, type InstrumentId, type InstrumentItem, type Profile, SHIPPED_PACKS,
} from '@samenoud/domain'; // prettier-ignore
import type { Random } from './random.ts';

/** How often an item gets a point, beside which all others count 1: what is usual at this age. */
const USUAL_POINTS: Readonly<Record<string, number>> = {
  'gfi-01': 2, 'gfi-02': 1.5, 'gfi-03': 0.7, 'gfi-04': 0.4, 'gfi-05': 4, 'gfi-06': 2, 'gfi-07': 2.5, 'gfi-08': 0.6, 'gfi-09': 5,
  'gfi-10': 1.6, 'gfi-11': 2.2, 'gfi-12': 2.5, 'gfi-14': 1.6, 'gfi-15': 1.5, 'imesa-01': 4, 'imesa-03': 3, 'imesa-05': 2,
  'imesa-16': 2.2, 'imesa-18': 1.4, 'imesa-14': 1.4,
}; // prettier-ignore

/** What a person is inclined to answer, the same every year. */
export type Inclination = ReadonlyMap<string, number>;

export function inclinationOf(random: Random): Inclination {
  const items = [...SHIPPED_PACKS.gfi.items, ...SHIPPED_PACKS.imesa.items];
  return new Map(items.map(({ id }) => [id, (USUAL_POINTS[id] ?? 1) * (0.15 + 1.7 * random.next())]));
}

/** Totals that give a profile; on its border where one point more or less gives another. */
export function totalsFor(profile: Profile, random: Random, onBorder = false): Record<InstrumentId, number> {
  const low = (max: number): number => Math.min(random.int(0, max), random.int(0, max));
  switch (profile) {
    case 'ROBUST':
      return { gfi: onBorder ? 4 : random.int(0, 4), imesa: low(15) };
    case 'FRAIL':
      return { gfi: onBorder ? 5 : 5 + low(5), imesa: random.int(3, 15) };
    case 'COMPLEX':
      return { gfi: random.int(2, 12), imesa: onBorder ? 16 : 16 + low(20) };
  }
}

/** Complete answers that add up to these totals. */
export function answersFor(totals: Record<InstrumentId, number>, inclination: Inclination, random: Random): Answers {
  return {
    ...answersOf(SHIPPED_PACKS.gfi.items, spread(SHIPPED_PACKS.gfi.items, totals.gfi, 1, inclination, random), random),
    ...answersOf(
      SHIPPED_PACKS.imesa.items,
      spread(SHIPPED_PACKS.imesa.items, totals.imesa, 3, inclination, random),
      random,
    ),
  };
}

/** Points per item, no item above its highest. */
function spread(
  items: readonly InstrumentItem[],
  total: number,
  highest: number,
  inclination: Inclination,
  random: Random,
): ReadonlyMap<string, number> {
  const points = new Map<string, number>();
  for (let left = total; left > 0; left--) {
    const open = items.filter(({ id }) => (points.get(id) ?? 0) < highest);
    const id = random.weighted(open.map((item) => [item.id, inclination.get(item.id) ?? 1] as const));
    points.set(id, (points.get(id) ?? 0) + 1);
  }
  return points;
}

function answersOf(items: readonly InstrumentItem[], points: ReadonlyMap<string, number>, random: Random): Answers {
  return Object.fromEntries(items.map((item) => [item.id, answerWith(item, points.get(item.id) ?? 0, random)]));
}

function answerWith({ answer }: InstrumentItem, score: number, random: Random): GivenAnswer {
  if (answer.kind === 'INTEGER')
    return score === 1
      ? random.int(answer.scoreOneUpTo - 3, answer.scoreOneUpTo)
      : random.int(answer.scoreOneUpTo + 1, 9);
  return random.pick(answer.options.filter((option) => option.score === score)).code;
}

/** The profile is sure although some answers are missing, if that can be with these answers; else they stay complete. */
export function leaveSomeOpen(answers: Answers, profile: Profile, random: Random): Answers {
  for (let attempt = 0; attempt < 10; attempt++) {
    const open = openedUp(answers, random.shuffled(Object.keys(answers)).slice(0, random.int(1, 3)), random);
    if (assess(SHIPPED_PACKS, open).proposedProfile === profile) return open;
  }
  return answers;
}

/** One missing answer that leaves the profile undetermined; the answers stand on the border of their profile. */
export function leaveUndetermined(answers: Answers, random: Random): { answers: Answers; item: string } | undefined {
  return random
    .shuffled(Object.keys(answers))
    .map((item) => ({ item, answers: openedUp(answers, [item], random) }))
    .find((one) => assess(SHIPPED_PACKS, one.answers).proposedProfile === 'UNDETERMINED');
}

function openedUp(answers: Answers, items: readonly string[], random: Random): Answers {
  const missing = () => ({ missing: random.chance(0.7) ? ('BLANK' as const) : ('ILLEGIBLE' as const) });
  return { ...answers, ...Object.fromEntries(items.map((item) => [item, missing()])) };
}
