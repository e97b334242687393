import { useState } from 'react';
import { unlock } from '../platform/session/lock-store.ts';
import { AccessForm } from './AccessForm.tsx';
import { CheckStep } from './CheckStep.tsx';
import { ConflictChoice } from './ConflictChoice.tsx';
import { Failure } from './Failure.tsx';
import { FormStep } from './FormStep.tsx';
import { IdleDialog } from './IdleDialog.tsx';
import type { Questionnaire } from './questionnaire-types.ts';
import { RefusalDialog } from './RefusalDialog.tsx';
import { SaveLine } from './SaveLine.tsx';
import { StepButtons, WaysOut } from './StepActions.tsx';
import { helperStep, type Step, stepAt } from './steps.ts';
import { type Ending, type FormActs, useFormActs } from './use-form-acts.ts';
import { useIdle } from './use-idle.ts';
import { type OnlineForm, useOnlineForm } from './use-online-form.ts';

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
  const form = useOnlineForm(questionnaire);
  const acts = useFormActs({ questionnaire, form, onEnd, onOpened });
  const idle = useIdle(form.lastContact, questionnaire.idleMinutes);
  const [isRefusing, setRefusing] = useState(false);
  const { status } = form;
  const isLocked = acts.isShut || idle.kind === 'OVER' || (status.kind === 'NOT_SAVED' && status.why === 'LOCKED');

  /** The same letter again: what was answered meanwhile is saved now. */
  function reopen(opened: Questionnaire): void {
    if (opened.responseId !== questionnaire.responseId) return onOpened(opened);
    unlock();
    acts.reopen();
  }

  if (isLocked) return <AccessForm isAgain onOpened={reopen} onClosed={onClosed} />;
  const { questions } = questionnaire;
  return (
    <>
      <ConflictChoice conflicts={form.conflicts} questions={questions} onChoose={form.change} />
      <OpenPage questionnaire={questionnaire} form={form} acts={acts} at={at} onGo={onGo} onBack={onBack} />
      <SaveLine status={status} />
      {acts.failure !== undefined && <Failure sentence={acts.failure} />}
      <WaysOut onStop={() => void acts.stop()} onRefuse={() => setRefusing(true)} />
      {isRefusing && <RefusalDialog onRefused={() => onEnd('REFUSED')} onCancel={() => setRefusing(false)} />}
      {idle.kind === 'WARNING' && <IdleDialog minutes={idle.minutes} onStay={() => void acts.stay()} />}
    </>
  );
}

type PageProps = Pick<Props, 'questionnaire' | 'at' | 'onGo' | 'onBack'> & { form: OnlineForm; acts: FormActs };

/** The page at hand. Who came to a question from the check page goes back to it. */
function OpenPage({ questionnaire, form, acts, at, onGo, onBack }: PageProps) {
  const { questions, practice } = questionnaire;
  const [isFromCheck, setFromCheck] = useState(false);
  const step: Step = stepAt(at, questions);
  if (step.kind === 'CHECK' && isFromCheck) setFromCheck(false);

  function goOn(to: number, fromCheck: boolean): void {
    acts.forgetFailure();
    setFromCheck(fromCheck);
    onGo(to);
  }

  if (step.kind === 'CHECK')
    return (
      <>
        <CheckStep
          questions={questions}
          values={form.values}
          onGo={(to) => goOn(to, true)}
          onSend={() => acts.send() || goOn(helperStep(), true)}
          isSending={acts.isBusy}
        />
        <StepButtons hasNext={false} onBack={onBack} />
      </>
    );
  return (
    <FormStep
      key={at}
      step={step}
      total={questions.length}
      phone={practice.phone}
      values={form.values}
      onChange={form.change}
      onNext={() => (isFromCheck ? onBack() : goOn(at + 1, false))}
    >
      <StepButtons hasNext onBack={at > 0 ? onBack : undefined} />
    </FormStep>
  );
}
