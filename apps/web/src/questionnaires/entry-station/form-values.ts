import type { Answer, Answers } from '@samenoud/domain';
import type { Response, ResponsePatch } from '../response-types.ts';

/** What the client wrote in the margin; and whom we called, and when, where it could not wait. */
export type Remark = { remark: string; urgentCallTo: string | null; urgentCallAt: string | null };

export const NO_REMARK: Remark = { remark: '', urgentCallTo: null, urgentCallAt: null };

/** Everything of a form that saves itself: answers by item id, and beside them what is on the form as a whole. */
export type FormValue = Answer | readonly number[] | Remark;
export type FormValues = Readonly<Record<string, FormValue>>;

const ABOUT_THE_FORM = ['channel', 'missingPages', 'remark'] as const;

const isAboutTheForm = (key: string): boolean => ABOUT_THE_FORM.some((known) => known === key);

/** The form as the server holds it, in the keys in which it is saved. */
export function valuesOf(form: Partial<Response>): FormValues {
  const { answers = {}, channel, missingPages, remark, urgentCallTo, urgentCallAt } = form;
  return {
    ...answers,
    ...(channel && { channel }),
    ...(missingPages && missingPages.length > 0 && { missingPages }),
    ...(remark && {
      remark: {
        remark,
        urgentCallTo: urgentCallTo ?? null,
        urgentCallAt: urgentCallAt ? new Date(urgentCallAt).toISOString() : null,
      },
    }),
  };
}

export function answersIn(values: FormValues): Answers {
  const answers = Object.entries(values).filter(([key]) => !isAboutTheForm(key));
  return Object.fromEntries(answers) as Answers;
}

export const missingPagesIn = ({ missingPages = [] }: FormValues): readonly number[] =>
  Array.isArray(missingPages) ? missingPages : [];

export function remarkIn({ remark }: FormValues): Remark {
  return typeof remark === 'object' && 'remark' in remark ? remark : NO_REMARK;
}

/** The part of the changes that goes with the answers; undefined when there is none. */
export function patchOf(changes: FormValues): ResponsePatch | undefined {
  const answers = answersIn(changes);
  const patch: ResponsePatch = {
    ...(Object.keys(answers).length > 0 && { answers }),
    ...('missingPages' in changes && { missingPages: [...missingPagesIn(changes)] }),
    ...(typeof changes['channel'] === 'string' && {
      channel: changes['channel'] as NonNullable<ResponsePatch['channel']>,
    }),
  };
  return Object.keys(patch).length > 0 ? patch : undefined;
}
