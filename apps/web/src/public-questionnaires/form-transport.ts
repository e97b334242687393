import type { Answer } from '@samenoud/domain';
import type { AutosaveOptions, Saved } from '../platform/autosave/autosave.ts';
import { answersIn, type FormValues, valuesOf, wordsIn } from './form-values.ts';
import { patchForm, putRemark } from './questionnaire-calls.ts';
import type { FilledInBy, OnlineResponse } from './questionnaire-types.ts';

function readCurrent(current: unknown): Saved<Answer> | undefined {
  if (typeof current !== 'object' || current === null || !('version' in current) || !('answers' in current))
    return undefined;
  const form = current as OnlineResponse;
  return { version: form.version, values: valuesOf(form) };
}

/** The part of the changes that goes with the answers; undefined when there is none. */
function patchOf(changes: FormValues) {
  const answers = answersIn(changes);
  const patch = {
    ...(Object.keys(answers).length > 0 && { answers }),
    ...('completedBy' in changes && { completedBy: wordsIn(changes, 'completedBy') as FilledInBy }),
    ...('completedWithHelpOf' in changes && {
      completedWithHelpOf: wordsIn(changes, 'completedWithHelpOf').trim() || null,
    }),
  };
  return Object.keys(patch).length > 0 ? patch : undefined;
}

/** Carries answers to the form of this session: the answers, then the remark, each on the newest version. */
export function createFormTransport(form: OnlineResponse, onContact: () => void): AutosaveOptions<Answer> {
  const { id } = form;
  return {
    saved: { version: form.version, values: valuesOf(form) },
    readCurrent,
    send: async (changes, version, { keepalive }) => {
      const patch = patchOf(changes);
      const patched = patch ? (await patchForm({ id, version }, patch, keepalive)).version : version;
      onContact();
      if (!('remark' in changes)) return patched;
      return (await putRemark({ id, version: patched }, wordsIn(changes, 'remark'), keepalive)).version;
    },
  };
}
