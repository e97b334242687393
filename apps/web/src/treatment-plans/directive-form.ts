import { directiveFaults, type DirectiveField, type DirectiveKind, formatDutchDay, isDay } from '@samenoud/domain';
import { findErrorText, findText, text } from '@samenoud/texts';
import type { Directive, SaveDirective } from './treatment-plan-queries.ts';

/** What stands in the form; a kind never changes. */
export type DirectiveContent = {
  code: string;
  otherText: string | null;
  decision: number | null;
  decisionText: string | null;
  agreedWith: readonly string[];
  discussedOn: string | null;
  datedOn: string | null;
  keptAt: string | null;
  endsOn: string | null;
  comment: string | null;
};

const EMPTY: DirectiveContent = {
  code: '', otherText: null, decision: null, decisionText: null, agreedWith: [], discussedOn: null, datedOn: null, keptAt: null,
  endsOn: null, comment: null,
}; // prettier-ignore

export function contentOfDirective(directive: Directive | undefined): DirectiveContent {
  if (directive === undefined) return EMPTY;
  const { code, otherText, decision, decisionText, agreedWith, discussedOn, datedOn, keptAt, endsOn, comment } =
    directive;
  return { code, otherText, decision, decisionText, agreedWith, discussedOn, datedOn, keptAt, endsOn, comment };
}

export const directiveBody = (kind: DirectiveKind, content: DirectiveContent): SaveDirective =>
  ({ ...content, kind, agreedWith: [...content.agreedWith] }) as SaveDirective;

const REQUIRED: Partial<Record<DirectiveField, string>> = {
  code: text('directives.required.code'),
  decision: text('directives.required.decision'),
  agreedWith: text('directives.required.agreedWith'),
  discussedOn: text('directives.required.discussedOn'),
  datedOn: text('directives.required.datedOn'),
  keptAt: text('directives.required.keptAt'),
  otherText: text('directives.required.otherText'),
  decisionText: text('directives.required.decisionText'),
};

/** Sentences at the field, by the rule that the server holds too. */
export function directiveSentences(
  kind: DirectiveKind,
  content: DirectiveContent,
  today: string,
): Record<string, string> {
  const faults = directiveFaults({ ...content, kind }, today).map(([field, code]): [string, string] => {
    const isMissing = code === 'REQUIRED' || (field === 'code' && content.code === '');
    return [field, (isMissing ? REQUIRED[field] : undefined) ?? findErrorText(code) ?? code];
  });
  return Object.fromEntries(faults);
}

/** What it is about: the treatment, or the kind of paper. */
export function whatWords({ kind, code, otherText }: Pick<Directive, 'kind' | 'code' | 'otherText'>): string {
  if (code === 'OTH' && otherText !== null) return otherText;
  return findText(`directives.${kind === 'TREATMENT' ? 'treatment' : 'advance'}.${code}`) ?? code;
}

/** What was agreed, in words; of a paper where it is kept. */
export function agreedWords({ kind, decision, decisionText, keptAt }: Directive): string {
  if (kind === 'ADVANCE') return keptAt ?? '';
  return decision === 1 && decisionText !== null ? decisionText : decisionWords(decision);
}

export const decisionWords = (decision: number | null): string =>
  decision === null ? '' : (findText(`directives.decision.${decision}`) ?? '');

export const agreedWithWords = (codes: readonly string[]): string =>
  codes.map((code) => findText(`directives.agreedWith.${code}`) ?? code).join(', ');

/** A value of the form in words, for comparing two versions. */
export function directiveWords(kind: DirectiveKind, field: string, value: unknown): string {
  if (field === 'code') return whatWords({ kind, code: value as Directive['code'], otherText: null });
  if (field === 'decision') return decisionWords(value as number | null);
  if (field === 'agreedWith') return agreedWithWords(value as string[]);
  if (typeof value !== 'string') return '';
  return isDay(value) ? formatDutchDay(value) : value;
}
