import { IMESA_DOMAINS, INSTRUMENTS } from '../instruments/instrument-pack.ts';
import type { ImesaDomain, InstrumentId } from '../instruments/instrument-pack.ts';
import { SHIPPED_PACKS } from '../instruments/shipped-packs.ts';

export const SCORE_ONLY_SOURCES = ['DALEZ', 'BAK', 'PAPER_ELSEWHERE', 'OTHER'] as const;
export type ScoreOnlySource = (typeof SCORE_ONLY_SOURCES)[number];

/** Totals in points: GFI 0..15, INTERMED 0..60; a missing total is left out. */
export type ScoreTotals = Partial<Readonly<Record<InstrumentId, number>>>;

/** Points per INTERMED domain, 0..15; any of the four may be left out. */
export type ImesaDomainScores = Partial<Readonly<Record<ImesaDomain, number>>>;

export const SCORE_ONLY_PROBLEM_CODES = ['REQUIRED', 'UNKNOWN_FIELD', 'OUT_OF_RANGE', 'SUM_MISMATCH'] as const;
export type ScoreOnlyProblemCode = (typeof SCORE_ONLY_PROBLEM_CODES)[number];
export type ScoreOnlyProblem = { readonly pointer: string; readonly code: ScoreOnlyProblemCode };

type Numbers = Readonly<Record<string, unknown>>;

const DOMAIN_MAXIMUM = 15;

function rangeProblems(values: Numbers, pointer: string, maxima: ReadonlyMap<string, number>): ScoreOnlyProblem[] {
  return Object.entries(values).flatMap(([key, value]): ScoreOnlyProblem[] => {
    const maximum = maxima.get(key);
    if (maximum === undefined) return [{ pointer: `${pointer}/${key}`, code: 'UNKNOWN_FIELD' }];
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= maximum;
    return fits || value === undefined ? [] : [{ pointer: `${pointer}/${key}`, code: 'OUT_OF_RANGE' }];
  });
}

const TOTAL_MAXIMA = new Map<string, number>(INSTRUMENTS.map((id) => [id, SHIPPED_PACKS[id].maximumScore]));
const DOMAIN_MAXIMA = new Map<string, number>(IMESA_DOMAINS.map((domain) => [domain, DOMAIN_MAXIMUM]));

/** Four domain scores add up to the total; fewer leave room for 0..15 per open domain. */
function domainsFitTotal(total: number, domains: ImesaDomainScores): boolean {
  const given = Object.values(domains).filter((score) => score !== undefined);
  const sum = given.reduce((result, score) => result + score, 0);
  return sum <= total && total <= sum + DOMAIN_MAXIMUM * (IMESA_DOMAINS.length - given.length);
}

/** What is wrong with totals that were scored elsewhere; empty when they may be stored. Source: domain reference 6. */
export function scoreOnlyProblems(totals: ScoreTotals, domains: ImesaDomainScores = {}): readonly ScoreOnlyProblem[] {
  const problems = [
    ...rangeProblems(totals, '/totals', TOTAL_MAXIMA),
    ...rangeProblems(domains, '/imesaDomains', DOMAIN_MAXIMA),
  ];
  if (totals.gfi === undefined && totals.imesa === undefined) problems.push({ pointer: '/totals', code: 'REQUIRED' });
  if (problems.length > 0 || totals.imesa === undefined || domainsFitTotal(totals.imesa, domains)) return problems;
  return [{ pointer: '/imesaDomains', code: 'SUM_MISMATCH' }];
}
