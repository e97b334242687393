import { addMonths, compareDays, type Day } from '../calendar/day.ts';

/** SNOMED codes of treatments one can agree on, and OTH. Source: zib BehandelAanwijzing2, `domain.md` 8. */
export const TREATMENT_CODES = [
  '89666000', '305351004', '40617009', '32485007', '116762002', '281789004', 'OTH',
] as const; // prettier-ignore
/** Kinds of wilsverklaring. Source: zib Wilsverklaring, `domain.md` 8. */
export const ADVANCE_CODES = ['NR', 'VOL', 'VERB', 'VERBVL', 'MON', 'EU', 'EUD', 'LW', 'DO', 'ZB', 'OTH'] as const;
export const DIRECTIVE_CODES = [...new Set([...TREATMENT_CODES, ...ADVANCE_CODES])] as const;

/** 0 carry out, 1 otherwise (said in words), 2 do not carry out. Source: zib BehandelAanwijzing2. */
export const DIRECTIVE_DECISIONS = [0, 1, 2] as const;
export const DECISION_OTHERWISE = 1;

/** With whom it was agreed. Source: zib BehandelAanwijzing2, Verificatie. */
export const AGREED_WITH = ['CLIENT', 'REPRESENTATIVE', 'PROFESSIONAL'] as const;

export const DIRECTIVE_KINDS = ['TREATMENT', 'ADVANCE'] as const;
export type DirectiveKind = (typeof DIRECTIVE_KINDS)[number];

/** Characters. Our limits. */
export const DIRECTIVE_LIMITS = { otherText: 120, decisionText: 500, keptAt: 200, comment: 1000 } as const;

export interface DirectiveInput {
  readonly kind: DirectiveKind;
  readonly code: string;
  readonly otherText?: string | null;
  readonly decision?: number | null;
  readonly decisionText?: string | null;
  readonly agreedWith?: readonly string[];
  readonly discussedOn?: Day | null;
  readonly datedOn?: Day | null;
  readonly keptAt?: string | null;
  readonly endsOn?: Day | null;
}

export type DirectiveField = Exclude<keyof DirectiveInput, 'kind'>;
export type DirectiveFault = readonly [
  field: DirectiveField,
  code: 'REQUIRED' | 'INVALID_VALUE' | 'IN_FUTURE' | 'BEFORE_START',
];

/** A spoken agreement has no paper to keep. */
const WITHOUT_PAPER = 'MON';

/**
 * What is wrong with a directive, field by field; empty when nothing is. A treatment directive has a decision, says with whom
 * and when it was discussed; an advance directive has the date on the paper and where that is kept. Source: `domain.md` 8.
 * @param today in Europe/Amsterdam
 */
export function directiveFaults(input: DirectiveInput, today: Day): DirectiveFault[] {
  const isTreatment = input.kind === 'TREATMENT';
  const codes: readonly string[] = isTreatment ? TREATMENT_CODES : ADVANCE_CODES;
  const faults: (DirectiveFault | false)[] = [
    !codes.includes(input.code) && ['code', 'INVALID_VALUE'],
    input.code === 'OTH' && isBlank(input.otherText) && ['otherText', 'REQUIRED'],
    ...(isTreatment ? treatmentFaults(input) : advanceFaults(input)),
    isAfter(input.discussedOn, today) && ['discussedOn', 'IN_FUTURE'],
    isAfter(input.datedOn, today) && ['datedOn', 'IN_FUTURE'],
    isAfter(input.discussedOn ?? input.datedOn, input.endsOn) && ['endsOn', 'BEFORE_START'],
  ];
  return faults.filter((fault) => fault !== false);
}

function treatmentFaults(input: DirectiveInput): (DirectiveFault | false)[] {
  const { decision, decisionText, agreedWith = [], discussedOn } = input;
  return [
    (decision === null || decision === undefined) && ['decision', 'REQUIRED'],
    decision === DECISION_OTHERWISE && isBlank(decisionText) && ['decisionText', 'REQUIRED'],
    agreedWith.length === 0 && ['agreedWith', 'REQUIRED'],
    !discussedOn && ['discussedOn', 'REQUIRED'],
  ];
}

function advanceFaults({ code, decision, datedOn, keptAt }: DirectiveInput): (DirectiveFault | false)[] {
  return [
    decision !== null && decision !== undefined && ['decision', 'INVALID_VALUE'],
    !datedOn && ['datedOn', 'REQUIRED'],
    code !== WITHOUT_PAPER && isBlank(keptAt) && ['keptAt', 'REQUIRED'],
  ];
}

const isBlank = (value: string | null | undefined): boolean => (value ?? '').trim() === '';
const isAfter = (day: Day | null | undefined, limit: Day | null | undefined): boolean =>
  Boolean(day && limit && compareDays(day, limit) > 0);

/** Whether it holds on `today`: up to and including its last day, and never once it was declared void. */
export function isInForce({ endsOn, voided }: { endsOn: Day | null; voided: boolean }, today: Day): boolean {
  return !voided && (endsOn === null || compareDays(endsOn, today) >= 0);
}

const DISCUSS_AGAIN_AFTER_MONTHS = 12;

/**
 * Whether it is to be discussed again: last talked about, or where nobody did dated, more than 12 months ago. On the day
 * itself, 12 months later, it is not; of 29 February that day is 28 February. Source: `domain.md` 8, our rule.
 */
export function isToDiscussAgain(
  { discussedOn, datedOn }: { discussedOn: Day | null; datedOn: Day | null },
  today: Day,
): boolean {
  const last = [discussedOn, datedOn]
    .filter((day) => day !== null)
    .toSorted(compareDays)
    .at(-1);
  return last !== undefined && compareDays(today, addMonths(last, DISCUSS_AGAIN_AFTER_MONTHS)) > 0;
}

/** Two directives about the same treatment cannot both hold; what is named in words can be anything. */
export function isSameTreatment(
  one: Pick<DirectiveInput, 'kind' | 'code'>,
  other: Pick<DirectiveInput, 'kind' | 'code'>,
): boolean {
  return one.kind === 'TREATMENT' && other.kind === 'TREATMENT' && one.code !== 'OTH' && one.code === other.code;
}
