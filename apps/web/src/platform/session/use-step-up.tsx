import { type ReactNode, useState } from 'react';
import { isProblem } from '../problem.ts';
import { StepUpDialog } from './StepUpDialog.tsx';

type Waiting = { resume: () => void; cancel: () => void };

/**
 * For acts that need a fresh second factor: `guard` does the act, and when the server asks for a step-up shows `dialog` and
 * does the act again. Cancelled, it fails with what the server said.
 */
export function useStepUp(): { guard: <T>(act: () => Promise<T>) => Promise<T>; dialog: ReactNode } {
  const [waiting, setWaiting] = useState<Waiting>();
  const guard = async <T,>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      if (!isProblem(error, 'STEP_UP_REQUIRED')) throw error;
      return new Promise<T>((resolve, reject) => {
        setWaiting({ resume: () => void act().then(resolve, reject), cancel: () => reject(error) });
      });
    }
  };
  function close(then: (waiting: Waiting) => void): void {
    setWaiting(undefined);
    if (waiting !== undefined) then(waiting);
  }
  const dialog =
    waiting === undefined ? null : (
      <StepUpDialog onDone={() => close(({ resume }) => resume())} onCancel={() => close(({ cancel }) => cancel())} />
    );
  return { guard, dialog };
}
