import { type Answer, type Answers, isMissingAnswer } from '../questionnaires/answers.ts';
import { PROBLEM_AREAS } from './problem-areas.ts';

/** When an answer gives cause to ask about an area: one of these codes, a mark of at most so much, or a score of at least so much. */
type Cause = { readonly codes: readonly string[] } | { readonly atMost: number } | { readonly atLeast: number };

interface SuggestionRule {
  readonly item: string;
  readonly cause: Cause;
  readonly area: string;
}

const DEPENDENT: Cause = { codes: ['dependent'] };
const YES: Cause = { codes: ['yes'] };
const SOMETIMES_OR_YES: Cause = { codes: ['sometimes', 'yes'] };
/** "Matig": treat it or put it in the plan, by the anchors of the INTERMED. */
const MODERATE: Cause = { atLeast: 2 };

const rule = (item: string, cause: Cause, area: string): SuggestionRule => ({ item, cause, area });

/**
 * Which area belongs to which answer. Our list: it only says what to ask about first, and adds nothing to a plan by itself. One item
 * gives one area; "soms" about memory scores nothing in the GFI and is a reason to ask all the same.
 */
export const SUGGESTION_RULES: readonly SuggestionRule[] = [
  rule('gfi-01', DEPENDENT, 'd620'),
  rule('gfi-02', DEPENDENT, 'd460'),
  rule('gfi-03', DEPENDENT, 'd540'),
  rule('gfi-04', DEPENDENT, 'd530'),
  rule('gfi-05', { atMost: 6 }, 'b455'),
  rule('gfi-06', YES, 'b210'),
  rule('gfi-07', YES, 'b230'),
  rule('gfi-08', YES, 'b530'),
  rule('gfi-09', YES, 'e110'),
  rule('gfi-10', SOMETIMES_OR_YES, 'b144'),
  rule('gfi-11', SOMETIMES_OR_YES, 'l-loneliness'),
  rule('gfi-12', SOMETIMES_OR_YES, 'd750'),
  rule('gfi-13', SOMETIMES_OR_YES, 'e310'),
  rule('gfi-14', SOMETIMES_OR_YES, 'b152'),
  rule('gfi-15', SOMETIMES_OR_YES, 'd240'),
  rule('imesa-01', MODERATE, 'd570'),
  rule('imesa-02', MODERATE, 'e355'),
  rule('imesa-03', MODERATE, 'd570'),
  rule('imesa-04', MODERATE, 'e355'),
  rule('imesa-05', MODERATE, 'l-later'),
  rule('imesa-06', MODERATE, 'd240'),
  rule('imesa-07', MODERATE, 'b152'),
  rule('imesa-08', MODERATE, 'd177'),
  rule('imesa-09', MODERATE, 'b152'),
  rule('imesa-10', MODERATE, 'b152'),
  rule('imesa-11', MODERATE, 'd920'),
  rule('imesa-12', MODERATE, 'd750'),
  rule('imesa-13', MODERATE, 'e155'),
  rule('imesa-14', MODERATE, 'e310'),
  rule('imesa-15', MODERATE, 'e310'),
  rule('imesa-16', MODERATE, 'e580'),
  rule('imesa-17', MODERATE, 'e355'),
  rule('imesa-18', MODERATE, 'e355'),
  rule('imesa-19', MODERATE, 'e580'),
  rule('imesa-20', MODERATE, 'e355'),
];

export interface AreaSuggestion {
  readonly area: string;
  /** Items that gave cause, in the order of the form. */
  readonly items: readonly string[];
}

/**
 * Areas to ask about, from the answers at hand: those with most answers first, then in the order of the catalogue. An answer that is
 * missing suggests nothing. Areas that stand in the plan are for the caller to leave out.
 */
export function suggestAreas(answers: Answers): readonly AreaSuggestion[] {
  const found = SUGGESTION_RULES.filter(({ item, cause }) => gives(answers[item], cause));
  return PROBLEM_AREAS.filter(({ active }) => active)
    .map(({ code }) => ({ area: code, items: found.filter(({ area }) => area === code).map(({ item }) => item) }))
    .filter(({ items }) => items.length > 0)
    .toSorted((a, b) => b.items.length - a.items.length);
}

function gives(answer: Answer | undefined, cause: Cause): boolean {
  if (answer === undefined || isMissingAnswer(answer)) return false;
  if ('codes' in cause) return cause.codes.includes(String(answer));
  if (typeof answer !== 'number') return false;
  return 'atMost' in cause ? answer <= cause.atMost : answer >= cause.atLeast;
}
