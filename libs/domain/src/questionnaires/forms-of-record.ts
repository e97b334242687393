import type { InstrumentId, InstrumentPacks } from '../instruments/instrument-pack.ts';
import { type Answers, itemsOf } from './answers.ts';

interface ScoreOfForm {
  readonly missing: readonly string[];
  readonly contributions?: readonly { readonly item: string; readonly answer: Answers[string] }[];
}

/** What reading the forms of a record needs of each, whatever else it carries. */
export interface FormOfRecord {
  readonly status: string;
  readonly entryMode: string;
  readonly completedOn: string | null;
  readonly completedAt: string | null;
  readonly answers?: Answers;
  readonly assessment?: { readonly instruments: Readonly<Record<InstrumentId, ScoreOfForm>> };
  readonly hidden?: readonly { readonly pointer: string }[];
}

/** A form that was completed, with what the rule made of it as far as the reader may know. */
export type CompletedForm<Form extends FormOfRecord> = Form & {
  readonly assessment: NonNullable<Form['assessment']>;
  readonly completedOn: string;
};

export const isCompletedForm = <Form extends FormOfRecord>(form: Form): form is CompletedForm<Form> =>
  form.status === 'COMPLETED' && form.assessment !== undefined && form.completedOn !== null;

/** Whether every question of both lists is open: such a form counts as not returned. Source: domain.md 7. */
export function isBlankForm(form: CompletedForm<FormOfRecord>, packs: InstrumentPacks): boolean {
  const { gfi, imesa } = form.assessment.instruments;
  return gfi.missing.length + imesa.missing.length === itemsOf(packs).length;
}

/** The forms that count, newest first: by the day they were filled in, then by when they were entered. */
export function validForms<Form extends FormOfRecord>(
  forms: readonly Form[],
  packsOf: (form: Form) => InstrumentPacks,
): readonly CompletedForm<Form>[] {
  const order = ({ completedOn, completedAt }: CompletedForm<Form>): string => `${completedOn} ${completedAt ?? ''}`;
  return forms
    .filter(isCompletedForm)
    .filter((form) => !isBlankForm(form, packsOf(form)))
    .toSorted((a, b) => (order(a) < order(b) ? 1 : -1));
}

/**
 * The answers as far as they are shared: those of the form, or those the score was added up from. Undefined where there are none to
 * show, as of a form of which only totals are known: its questions are not left blank.
 */
export function answersOfForm({ answers, assessment, entryMode }: CompletedForm<FormOfRecord>): Answers | undefined {
  if (entryMode === 'SCORE_ONLY') return undefined;
  if (answers !== undefined) return answers;
  const { gfi, imesa } = assessment.instruments;
  const given = [...(gfi.contributions ?? []), ...(imesa.contributions ?? [])];
  return given.length === 0 ? undefined : Object.fromEntries(given.map(({ item, answer }) => [item, answer]));
}
