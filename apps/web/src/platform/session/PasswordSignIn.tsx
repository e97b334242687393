import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { MembershipChoice } from './MembershipChoice.tsx';
import { PasskeyButton } from './PasskeyButton.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { SecondFactorStep } from './SecondFactorStep.tsx';
import type { Session } from './session-queries.ts';
import { type FactorAnswer, type PasswordAnswer, readSession } from './sign-in-calls.ts';

type Step =
  | { at: 'PASSWORD'; refusal?: unknown }
  | { at: 'SECOND_FACTOR'; password: PasswordAnswer }
  | { at: 'RECOVERY_CODES'; factor: FactorAnswer }
  | { at: 'MEMBERSHIP'; factor: FactorAnswer };

type Props = {
  onSignedIn: (session: Session) => void;
  /** Goes on elsewhere after both factors, before a practice and role are chosen. */
  onBothFactors?: () => void;
};

/** E-mail and password, then always the second factor; the first time with what belongs to it. Or a passkey, which is both. */
export function PasswordSignIn({ onSignedIn, onBothFactors }: Props) {
  const [step, setStep] = useState<Step>({ at: 'PASSWORD' });
  const finish = useMutation({ mutationFn: readSession, onSuccess: onSignedIn });

  function goOn(factor: FactorAnswer): void {
    if (onBothFactors !== undefined) onBothFactors();
    else if (factor.state === 'SIGNED_IN') finish.mutate();
    else setStep({ at: 'MEMBERSHIP', factor });
  }
  function afterFactor(factor: FactorAnswer): void {
    if (factor.recoveryCodes === undefined) goOn(factor);
    else setStep({ at: 'RECOVERY_CODES', factor });
  }

  if (finish.isError) return <ProblemSummary error={finish.error} />;
  switch (step.at) {
    case 'PASSWORD':
      return (
        <div>
          <PasswordForm refusal={step.refusal} onAnswer={(password) => setStep({ at: 'SECOND_FACTOR', password })} />
          <PasskeyButton onAnswer={afterFactor} />
        </div>
      );
    case 'SECOND_FACTOR':
      return (
        <SecondFactorStep
          password={step.password}
          onAnswer={afterFactor}
          onStartOver={(refusal) => setStep({ at: 'PASSWORD', refusal })}
        />
      );
    case 'RECOVERY_CODES':
      return <RecoveryCodes codes={step.factor.recoveryCodes ?? []} onKept={() => goOn(step.factor)} />;
    case 'MEMBERSHIP':
      return <MembershipChoice memberships={step.factor.memberships ?? []} onSignedIn={onSignedIn} />;
  }
}
