import type { ReactNode } from 'react';
import { HelperStep } from './HelperStep.tsx';
import { QuestionStep } from './QuestionStep.tsx';
import { RemarkStep } from './RemarkStep.tsx';
import type { StepProps } from './step-props.ts';
import type { Step } from './steps.ts';

type Props = StepProps & {
  step: Exclude<Step, { kind: 'CHECK' }>;
  total: number;
  phone: string | null;
  children: ReactNode;
};

/** One page of the form. */
export function FormStep({ step, total, phone, ...rest }: Props) {
  if (step.kind === 'HELPER') return <HelperStep {...rest} />;
  if (step.kind === 'REMARK') return <RemarkStep {...rest} phone={phone} />;
  return <QuestionStep {...rest} question={step.question} total={total} />;
}
