import { text } from '@samenoud/texts';
import { useState } from 'react';
import { isProblem } from '../platform/problem.ts';
import { failureWords } from './failure-words.ts';
import { filledInBy, wordsIn } from './form-values.ts';
import { getQuestionnaire, leaveQuestionnaire, sendForm } from './questionnaire-calls.ts';
import type { Questionnaire } from './questionnaire-types.ts';
import type { OnlineForm } from './use-online-form.ts';

export type Ending = 'SENT' | 'STOPPED' | 'REFUSED';

type Options = {
  questionnaire: Questionnaire;
  form: OnlineForm;
  onEnd: (ending: Ending) => void;
  /** The form as it stands now: another device changed it. */
  onOpened: (questionnaire: Questionnaire) => void;
};

export type FormActs = {
  stop: () => Promise<void>;
  /** Sends what is saved; false when it is not said yet who filled it in. */
  send: () => boolean;
  /** Tells the server that somebody is there. */
  stay: () => Promise<void>;
  isBusy: boolean;
  /** The server no longer knows this session. */
  isShut: boolean;
  reopen: () => void;
  failure: string | undefined;
  forgetFailure: () => void;
};

/** What is done with the form as a whole. Stopping and sending wait until everything is saved. */
export function useFormActs({ questionnaire, form, onEnd, onOpened }: Options): FormActs {
  const [isShut, setShut] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  function fail(error: unknown): void {
    if (isProblem(error, 'UNAUTHENTICATED')) setShut(true);
    else setFailure(failureWords(error));
  }

  async function onceSaved(notSaved: string, act: (version: number) => Promise<void>): Promise<void> {
    if (isBusy) return;
    setFailure(undefined);
    setBusy(true);
    try {
      const version = await form.settled();
      if (version === undefined) setFailure(notSaved);
      else await act(version);
    } catch (error) {
      if (isProblem(error, 'STALE')) await getQuestionnaire().then(onOpened, fail);
      else fail(error);
    } finally {
      setBusy(false);
    }
  }

  function send(): boolean {
    const completedBy = filledInBy(form.values);
    if (completedBy === undefined) return false;
    const helper = completedBy === 'SELF' ? '' : wordsIn(form.values, 'completedWithHelpOf').trim();
    void onceSaved(text('publicQuestionnaire.check.notSaved'), async (version) => {
      await sendForm({ id: questionnaire.responseId, version }, { completedBy, completedWithHelpOf: helper || null });
      onEnd('SENT');
    });
    return true;
  }

  return {
    stop: () =>
      onceSaved(text('publicQuestionnaire.stopped.notSaved'), async () => {
        await leaveQuestionnaire();
        onEnd('STOPPED');
      }),
    send,
    stay: async () => {
      form.noteContact();
      await getQuestionnaire().catch(fail);
    },
    isBusy,
    isShut,
    reopen: () => {
      setShut(false);
      form.noteContact();
    },
    failure,
    forgetFailure: () => setFailure(undefined),
  };
}
