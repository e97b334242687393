import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { MembershipChoice } from './MembershipChoice.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { SecondFactorStep } from './SecondFactorStep.tsx';
import type { Session } from './session-queries.ts';
import { type FactorAnswer, type PasswordAnswer, readSession } from './sign-in-calls.ts';

export type SignInStep =
  | { at: 'FIRST'; refusal?: unknown }
  | { at: 'SECOND_FACTOR'; password: PasswordAnswer }
  | { at: 'RECOVERY_CODES'; factor: FactorAnswer }
  | { at: 'MEMBERSHIP'; factor: FactorAnswer };

type FirstProps = {
  /** Why an earlier try has to begin again. */
  refusal: unknown;
  onPassword: (answer: PasswordAnswer) => void;
  onFactor: (answer: FactorAnswer) => void;
};

type Props = {
  begin: SignInStep;
  renderFirst: (props: FirstProps) => ReactNode;
  onSignedIn: (session: Session) => void;
  /** Goes on elsewhere after both factors, before a practice and role are chosen. */
  onBothFactors?: () => void;
};

/** What follows a first factor of any kind: always the second, the first time with what belongs to it, and a choice of role. */
export function SignInSteps({ begin, renderFirst, onSignedIn, onBothFactors }: Props) {
  const [step, setStep] = useState(begin);
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
    case 'FIRST':
      return renderFirst({
        refusal: step.refusal,
        onPassword: (password) => setStep({ at: 'SECOND_FACTOR', password }),
        onFactor: afterFactor,
      });
    case 'SECOND_FACTOR':
      return (
        <SecondFactorStep
          password={step.password}
          onAnswer={afterFactor}
          onStartOver={(refusal) => setStep({ at: 'FIRST', refusal })}
        />
      );
    case 'RECOVERY_CODES':
      return <RecoveryCodes codes={step.factor.recoveryCodes ?? []} onKept={() => goOn(step.factor)} />;
    case 'MEMBERSHIP':
      return <MembershipChoice memberships={step.factor.memberships ?? []} onSignedIn={onSignedIn} />;
  }
}
