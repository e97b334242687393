import type { Answer } from '@samenoud/domain';
import type { FormValues } from './form-values.ts';

/** What every page of the form works with. */
export type StepProps = {
  values: FormValues;
  onChange: (key: string, value: Answer, delayMs?: number) => void;
  onNext: () => void;
};
