import { useState } from 'react';
import { type FormValues, type Remark, remarkIn } from './form-values.ts';

const SAVE_AFTER_MS = 500;
const isSame = (a: Remark, b: Remark): boolean => JSON.stringify(a) === JSON.stringify(b);

type Options = { values: FormValues; onChange: (changes: FormValues, delayMs?: number) => void };

/** The remark as it is typed: what the server holds until somebody here types another. Leaving the field saves at once. */
export function useRemark({ values, onChange }: Options) {
  const [typed, setTyped] = useState<Remark>();
  const remark = typed ?? remarkIn(values);

  function change(next: Remark, isDone: boolean): void {
    const isNew = !isSame(next, remark);
    if (isNew) setTyped(next);
    if (isNew || isDone) onChange(isNew ? { remark: complete(next) } : {}, isDone ? 0 : SAVE_AFTER_MS);
  }
  return [remark, change] as const;
}

/** A name of spaces is no name, and the hour belongs to the name. */
function complete({ remark, urgentCallTo, urgentCallAt }: Remark): Remark {
  const name = urgentCallTo?.trim() ?? '';
  return name === ''
    ? { remark, urgentCallTo: null, urgentCallAt: null }
    : { remark, urgentCallTo: name, urgentCallAt };
}
