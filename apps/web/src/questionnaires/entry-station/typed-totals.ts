import { IMESA_DOMAINS, scoreOnlyProblems } from '@samenoud/domain';
import { text } from '@samenoud/texts';

/** Named as in the API: field `totals.gfi` is at the pointer `/totals/gfi` of the body. */
export type TotalField = 'totals.gfi' | 'totals.imesa' | `imesaDomains.${(typeof IMESA_DOMAINS)[number]}`;
export type TypedTotals = Partial<Record<TotalField, string>>;

const MAXIMA: Readonly<Record<string, number>> = { 'totals.gfi': 15, 'totals.imesa': 60 };
const DOMAIN_MAXIMUM = 15;
/** A fault of several numbers together is shown at the one to look at first. */
const PLACES: Readonly<Record<string, TotalField>> = { totals: 'totals.gfi', imesaDomains: 'totals.imesa' };

/** The numbers of one group as typed; what is no whole number becomes NaN, which no rule accepts. */
export function numbersUnder(group: 'totals' | 'imesaDomains', typed: TypedTotals): Record<string, number> {
  const filled = Object.entries(typed).filter(([field, value]) => field.startsWith(`${group}.`) && value.trim() !== '');
  return Object.fromEntries(
    filled.map(([field, value]) => [
      field.slice(group.length + 1),
      /^\d{1,3}$/.test(value.trim()) ? Number(value) : Number.NaN,
    ]),
  );
}

/** The sentence per field of what the domain refuses; empty when the totals may be taken over. */
export function totalErrors(typed: TypedTotals): Partial<Record<string, string>> {
  const problems = scoreOnlyProblems(numbersUnder('totals', typed), numbersUnder('imesaDomains', typed));
  return Object.fromEntries(
    problems.map(({ pointer, code }) => {
      const field = pointer.slice(1).replace('/', '.');
      const place = PLACES[field] ?? field;
      if (code === 'REQUIRED') return [place, text('entry.scoreOnly.oneOfTwo')];
      if (code === 'SUM_MISMATCH') return [place, text('errors.DOMAINS_DO_NOT_ADD_UP')];
      return [place, text('errors.OUT_OF_RANGE', { min: 0, max: MAXIMA[field] ?? DOMAIN_MAXIMUM })];
    }),
  );
}
