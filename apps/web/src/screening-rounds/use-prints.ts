import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useStore } from '../platform/store.ts';
import { keepPrint, type Print, printParameter, readPrint, startedPrints } from './print-store.ts';

const PARAMETER = 'print';

/** What was printed of a round: found again after leaving the page, and after reading it anew. */
export function usePrints(roundId: string): readonly Print[] {
  const [parameters, setParameters] = useSearchParams();
  const prints = useStore(startedPrints).filter((print) => print.roundId === roundId);
  const inAddress = parameters.getAll(PARAMETER).join(' ');
  const inMemory = prints.map(printParameter).join(' ');
  useEffect(() => {
    if (inMemory === inAddress) return;
    if (inMemory !== '') {
      const kept = new URLSearchParams(window.location.search);
      kept.delete(PARAMETER);
      for (const one of inMemory.split(' ')) kept.append(PARAMETER, one);
      setParameters(kept, { replace: true });
      return;
    }
    const read = inAddress.split(' ').map((one) => readPrint(roundId, one));
    for (const print of read) if (print !== undefined) keepPrint(print);
  }, [roundId, inAddress, inMemory, setParameters]);
  return prints;
}
