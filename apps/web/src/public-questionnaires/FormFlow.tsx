import { text } from '@samenoud/texts';
import { useState } from 'react';
import { isProblem } from '../platform/problem.ts';
import { unlock } from '../platform/session/lock-store.ts';
import { AccessForm } from './AccessForm.tsx';
import { CheckStep } from './CheckStep.tsx';
import { ConflictChoice } from './ConflictChoice.tsx';
import { Failure } from './Failure.tsx';
import { failureWords } from './failure-words.ts';
import { filledInBy, wordsIn } from './form-values.ts';
import { FormStep } from './FormStep.tsx';
import { IdleDialog } from './IdleDialog.tsx';
import { getQuestionnaire, leaveQuestionnaire, sendForm } from './questionnaire-calls.ts';
import type { Questionnaire } from './questionnaire-types.ts';
import { RefusalDialog } from './RefusalDialog.tsx';
import { SaveLine } from './SaveLine.tsx';
import { StepButtons, WaysOut } from './StepActions.tsx';
import { helperStep, stepAt } from './steps.ts';
import { useIdle } from './use-idle.ts';
import { useOnlineForm } from './use-online-form.ts';

export type Ending = 'SENT' | 'STOPPED' | 'REFUSED';

type Props = {
  questionnaire: Questionnaire;
  /** Which page of the form. */
  at: number;
  onGo: (to: number) => void;
  onBack: () => void;
  onEnd: (ending: Ending) => void;
  onClosed: (error: unknown) => void;
  /** Another form was opened, or this one as it stands now. */
  onOpened: (questionnaire: Questionnaire) => void;
};

/** The form page by page, until it is sent, put aside or refused. */
export function FormFlow({ questionnaire, at, onGo, onBack, onEnd, onClosed, onOpened }: Props) {
  const { questions, practice, response, idleMinutes } = questionnaire;
  const form = useOnlineForm(questionnaire);
  const { values, status } = form;
  const idle = useIdle(form.lastContact, idleMinutes);
  const [isShut, setShut] = useState(false);
  const [isFromCheck, setFromCheck] = useState(false);
  const [isRefusing, setRefusing] = useState(false);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const step = stepAt(at, questions);
  if (step.kind === 'CHECK' && isFromCheck) setFromCheck(false);
  const isLocked = isShut || idle.kind === 'OVER' || (status.kind === 'NOT_SAVED' && status.why === 'LOCKED');

  function goOn(to: number, fromCheck = false): void {
    setFailure(undefined);
    setFromCheck(fromCheck);
    onGo(to);
  }

  const next = (): void => (isFromCheck ? onBack() : goOn(at + 1));

  function fail(error: unknown): void {
    if (isProblem(error, 'UNAUTHENTICATED')) setShut(true);
    else setFailure(failureWords(error));
  }

  /** Runs an act that needs everything to be saved. */
  async function onceSaved(notSaved: string, act: (version: number) => Promise<void>): Promise<void> {
    if (isSending) return;
    setFailure(undefined);
    setSending(true);
    try {
      const version = await form.settled();
      if (version === undefined) setFailure(notSaved);
      else await act(version);
    } catch (error) {
      if (isProblem(error, 'STALE')) await getQuestionnaire().then(onOpened, fail);
      else fail(error);
    } finally {
      setSending(false);
    }
  }

  const stop = (): Promise<void> =>
    onceSaved(text('publicQuestionnaire.stopped.notSaved'), async () => {
      await leaveQuestionnaire();
      onEnd('STOPPED');
    });

  function send(): Promise<void> | void {
    const completedBy = filledInBy(values);
    if (completedBy === undefined) return goOn(helperStep(), true);
    const helper = completedBy === 'SELF' ? '' : wordsIn(values, 'completedWithHelpOf').trim();
    return onceSaved(text('publicQuestionnaire.check.notSaved'), async (version) => {
      await sendForm({ id: response.id, version }, { completedBy, completedWithHelpOf: helper || null });
      onEnd('SENT');
    });
  }

  async function stay(): Promise<void> {
    form.noteContact();
    await getQuestionnaire().catch(fail);
  }

  function reopen(opened: Questionnaire): void {
    if (opened.responseId !== questionnaire.responseId) return onOpened(opened);
    unlock();
    setShut(false);
    form.noteContact();
  }

  if (isLocked) return <AccessForm isAgain onOpened={reopen} onClosed={onClosed} />;
  const isCheck = step.kind === 'CHECK';
  const saved = <SaveLine status={status} />;
  return (
    <>
      <ConflictChoice
        conflicts={form.conflicts}
        questions={questions}
        onChoose={(item, answer) => form.change(item, answer)}
      />
      {isCheck ? (
        <CheckStep
          questions={questions}
          values={values}
          onGo={(to) => goOn(to, true)}
          onSend={() => void send()}
          isSending={isSending}
        />
      ) : (
        <FormStep
          key={at}
          step={step}
          total={questions.length}
          phone={practice.phone}
          values={values}
          onChange={form.change}
          onNext={next}
        >
          <StepButtons hasNext onBack={at > 0 ? onBack : undefined} />
        </FormStep>
      )}
      {isCheck && <StepButtons hasNext={false} onBack={onBack} />}
      {saved}
      {failure !== undefined && <Failure sentence={failure} />}
      <WaysOut onStop={() => void stop()} onRefuse={() => setRefusing(true)} />
      {isRefusing && <RefusalDialog onRefused={() => onEnd('REFUSED')} onCancel={() => setRefusing(false)} />}
      {idle.kind === 'WARNING' && <IdleDialog minutes={idle.minutes} onStay={() => void stay()} />}
    </>
  );
}
