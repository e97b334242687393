import type { ImportDecision, ImportOutcome } from './import-codes.ts';
import type { ImportTarget, PlannedRow } from './plan-types.ts';

const OF_REGISTERED_TWIN: readonly ImportDecision[] = ['SKIP', 'CREATE'];

/**
 * What a person may decide about a row; the first is what happens when nobody decides. Empty: there is nothing to decide.
 * Source: domain reference 13.1.
 */
export function rowOptions({ status, duplicate, without }: PlannedRow): readonly ImportDecision[] {
  if (status === 'CREATE' || status === 'UPDATE') return [status, 'SKIP'];
  if (status === 'DUPLICATE' && duplicate?.of === 'REGISTER') return twinOptions(duplicate);
  if (without === null) return [];
  return without.duplicate?.of === 'REGISTER' ? twinOptions(without.duplicate) : ['SKIP', 'IMPORT_WITHOUT'];
}

function twinOptions({
  candidates,
}: Extract<ImportTarget['duplicate'], { of: 'REGISTER' }>): readonly ImportDecision[] {
  return candidates.some(({ isTaken }) => !isTaken) ? [...OF_REGISTERED_TWIN, 'UPDATE'] : OF_REGISTERED_TWIN;
}

/** What may be decided about someone who is in the register and not in the file: nobody is ever removed. */
export const MISSING_OPTIONS: readonly ImportDecision[] = ['KEEP', 'MOVED', 'DEREGISTERED'];

/** What taking a target does to the register. */
export function outcomeOfTarget({ status }: ImportTarget): ImportOutcome {
  return status === 'CREATE' || status === 'UPDATE' ? status : 'NOTHING';
}
