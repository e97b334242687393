import {
  type Answers, assess, FORM_PAGES, type InstrumentId, type Profile, type ProposedProfile, SHIPPED_PACKS, withoutPage,
} from '@samenoud/domain'; // prettier-ignore
import { answersFor, type Inclination, leaveSomeOpen, leaveUndetermined, totalsFor } from './demo-answers.ts';
import { AMENDMENT_REASONS } from './demo-words.ts';
import type { Random } from './random.ts';

export type AmendmentCode = keyof typeof AMENDMENT_REASONS;

/** What came back from one client in one year. */
export interface MadeUpForm {
  /** Of the answers as they were meant. */
  readonly profile: Profile;
  /** Of the form as it stands in the end. */
  readonly proposed: ProposedProfile;
  readonly answers: Answers;
  readonly missingPages: readonly number[];
  readonly amendment?: { readonly answers: Answers; readonly code: AmendmentCode };
  /** Scored elsewhere: totals only. */
  readonly totals?: Readonly<Record<InstrumentId, number>>;
}

type FormKind =
  'COMPLETE' | 'SOME_OPEN' | 'UNDETERMINED' | 'ASKED_BY_PHONE' | 'TYPED_WRONG' | 'PAGE_FOUND' | 'SCORE_ONLY';

const KINDS: readonly (readonly [FormKind, number])[] = [
  ['COMPLETE', 74], ['SOME_OPEN', 12], ['UNDETERMINED', 2.5], ['ASKED_BY_PHONE', 4], ['TYPED_WRONG', 2.5], ['PAGE_FOUND', 1], ['SCORE_ONLY', 4],
]; // prettier-ignore

const LAST_PAGE = FORM_PAGES.at(-1);

/** A form whose answers give the profile; now and then with what goes wrong on paper. */
export function makeForm(profile: Profile, inclination: Inclination, random: Random): MadeUpForm {
  const kind = random.weighted(KINDS);
  const onBorder = kind === 'UNDETERMINED' || kind === 'ASKED_BY_PHONE' || random.chance(0.08);
  const totals = totalsFor(profile, random, onBorder);
  const meant = answersFor(totals, inclination, random);
  const complete: MadeUpForm = { profile, proposed: profile, answers: meant, missingPages: [] };
  switch (kind) {
    case 'COMPLETE':
      return complete;
    case 'SOME_OPEN':
      return { ...complete, answers: leaveSomeOpen(meant, profile, random) };
    case 'SCORE_ONLY':
      return { ...complete, answers: {}, totals };
    case 'TYPED_WRONG':
      return { ...complete, ...typedWrong(meant, random) };
    case 'PAGE_FOUND':
      return { ...complete, ...pageFound(meant) };
    case 'UNDETERMINED':
    case 'ASKED_BY_PHONE':
      return undetermined(complete, kind === 'ASKED_BY_PHONE', random);
  }
}

function undetermined(complete: MadeUpForm, asked: boolean, random: Random): MadeUpForm {
  const open = leaveUndetermined(complete.answers, random);
  if (!open) return complete;
  const answers = Object.fromEntries(Object.entries(complete.answers).filter(([item]) => item === open.item));
  return asked
    ? { ...complete, answers: open.answers, amendment: { answers, code: 'PHONE' } }
    : { ...complete, answers: open.answers, proposed: 'UNDETERMINED' };
}

/** One memory answer was typed as another that scores the same or one point more. */
function typedWrong(meant: Answers, random: Random): Pick<MadeUpForm, 'answers' | 'amendment'> {
  const item = 'gfi-10';
  const right = meant[item] ?? 'no';
  const typed = random.pick(['no', 'sometimes', 'yes'].filter((code) => code !== right));
  return { answers: { ...meant, [item]: typed }, amendment: { answers: { [item]: right }, code: 'ENTRY_ERROR' } };
}

function pageFound(meant: Answers): Pick<MadeUpForm, 'answers' | 'missingPages' | 'amendment'> {
  if (!LAST_PAGE) return { answers: meant, missingPages: [] };
  const found = Object.fromEntries(LAST_PAGE.items.map((item) => [item, meant[item] ?? 0]));
  return {
    answers: withoutPage(meant, LAST_PAGE),
    missingPages: [LAST_PAGE.page],
    amendment: { answers: found, code: 'PAGE_FOUND' },
  };
}

/** The form as it stands after its amendment, judged by the product's own rule. */
export function proposalOf({ answers, amendment, totals, profile }: MadeUpForm): ProposedProfile {
  if (totals) return profile;
  return assess(SHIPPED_PACKS, { ...answers, ...amendment?.answers }).proposedProfile;
}

/** Of every 25 people: 60, 16 and 24 %. */
const MIX: readonly Profile[] = [
  ...Array.from({ length: 15 }, () => 'ROBUST' as const),
  ...Array.from({ length: 4 }, () => 'FRAIL' as const),
  ...Array.from({ length: 6 }, () => 'COMPLEX' as const),
];

/**
 * Profiles of three years, by place in a row of people: near 60/16/24 every year, and some people change. Neighbours in the
 * row have the mix among them, so those who answer have it when the row stands by readiness to answer.
 */
export function profilesOverTheYears(count: number, random: Random): readonly (readonly Profile[])[] {
  const groups = Array.from({ length: Math.ceil(count / MIX.length) }, () => random.shuffled(MIX));
  const thisYear = groups.flat().slice(0, count);
  const lastYear = withSomeSwapped(thisYear, random);
  const before = withSomeSwapped(lastYear, random);
  return thisYear.map((profile, index) => [before[index] ?? profile, lastYear[index] ?? profile, profile]);
}

const CHANGING_SHARE = 0.2;

/** Some people trade places, so the mix stays what it is. */
function withSomeSwapped(profiles: readonly Profile[], random: Random): readonly Profile[] {
  const trading = random
    .shuffled(profiles.map((_, index) => index))
    .slice(0, Math.round(profiles.length * CHANGING_SHARE));
  const next = [...profiles];
  trading.forEach((to, turn) => {
    const from = trading[(turn + 1) % trading.length] ?? to;
    next[to] = profiles[from] ?? 'ROBUST';
  });
  return next;
}
