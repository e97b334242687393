import { useEffect, useEffectEvent, useState } from 'react';
import { isProblem } from '../platform/problem.ts';
import { unlock } from '../platform/session/lock-store.ts';
import { AccessForm } from './AccessForm.tsx';
import { ClosedPage, EndPage } from './EndPage.tsx';
import { failureWords } from './failure-words.ts';
import { answersIn, valuesOf } from './form-values.ts';
import { FormFlow } from './FormFlow.tsx';
import { PageFrame } from './PageFrame.tsx';
import { findQuestionnaire, leaveQuestionnaire } from './questionnaire-calls.ts';
import type { PracticeContact, Questionnaire } from './questionnaire-types.ts';
import { ResumeOffer } from './ResumeOffer.tsx';
import { firstOpenStep } from './steps.ts';
import type { Ending } from './use-form-acts.ts';
import { usePlace } from './use-place.ts';
import { Welcome } from './Welcome.tsx';

/** Where in the history the pages are: welcome, code, then those of the form. */
const WELCOME = 0;
const ACCESS = 1;
const FORM = 2;

type Phase =
  | { kind: 'START' }
  | { kind: 'OFFER' | 'FORM'; questionnaire: Questionnaire }
  | { kind: 'END'; ending: Ending; practice: PracticeContact }
  | { kind: 'CLOSED'; sentence: string; practice: PracticeContact | undefined };

const practiceIn = (phase: Phase): PracticeContact | undefined => {
  if (phase.kind === 'START') return undefined;
  return 'questionnaire' in phase ? phase.questionnaire.practice : phase.practice;
};

function practiceOf(error: unknown): PracticeContact | undefined {
  const body = isProblem(error) ? error.body : undefined;
  return typeof body === 'object' && body !== null && 'practice' in body
    ? (body.practice as PracticeContact)
    : undefined;
}

/** The whole of the online questionnaire. `code` comes with the square code of the letter. */
export function PublicQuestionnaire({ code }: { code: string }) {
  const [phase, setPhase] = useState<Phase>({ kind: 'START' });
  const [hasMoved, setMoved] = useState(false);
  const { at, go, lay } = usePlace();

  const begin = useEffectEvent(() => lay(WELCOME, WELCOME));
  const offer = useEffectEvent((questionnaire: Questionnaire | undefined) => {
    if (questionnaire && !hasMoved) setPhase({ kind: 'OFFER', questionnaire });
  });
  useEffect(() => {
    begin();
    // Who scans a letter means that letter, not the one that somebody of the same household began.
    if (code === '') findQuestionnaire().then(offer, () => undefined);
  }, [code]);

  function open(questionnaire: Questionnaire): void {
    unlock();
    setMoved(true);
    setPhase({ kind: 'FORM', questionnaire });
    lay(FORM, FORM + firstOpenStep(questionnaire.questions, valuesOf(questionnaire.response)));
  }

  function close(error: unknown): void {
    setPhase((before) => ({
      kind: 'CLOSED',
      sentence: failureWords(error),
      practice: practiceOf(error) ?? practiceIn(before),
    }));
  }

  function start(): void {
    setMoved(true);
    setPhase({ kind: 'START' });
    go(ACCESS);
  }

  return (
    <PageFrame practice={practiceIn(phase)}>
      {phase.kind === 'START' && at === WELCOME && <Welcome isFirst={!hasMoved} onStart={start} />}
      {phase.kind === 'START' && at !== WELCOME && <AccessForm code={code} onOpened={open} onClosed={close} />}
      {phase.kind === 'OFFER' && (
        <ResumeOffer
          answered={Object.keys(answersIn(valuesOf(phase.questionnaire.response))).length}
          onGoOn={() => open(phase.questionnaire)}
          onOther={() => void leaveQuestionnaire().then(start, start)}
        />
      )}
      {phase.kind === 'FORM' && (
        <FormFlow
          key={`${phase.questionnaire.responseId} ${phase.questionnaire.response.version}`}
          questionnaire={phase.questionnaire}
          at={Math.max(0, at - FORM)}
          onGo={(to) => go(FORM + to)}
          onBack={() => globalThis.history.back()}
          onEnd={(ending) => setPhase({ kind: 'END', ending, practice: phase.questionnaire.practice })}
          onClosed={close}
          onOpened={open}
        />
      )}
      {phase.kind === 'END' && <EndPage ending={phase.ending} practice={phase.practice} onGoOn={start} />}
      {phase.kind === 'CLOSED' && <ClosedPage sentence={phase.sentence} />}
    </PageFrame>
  );
}
