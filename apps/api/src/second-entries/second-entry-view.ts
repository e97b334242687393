import { type AccessAction, type ConsentCategory, entryDifferences } from '@samenoud/domain';
import type { ClientView } from '../platform/access/client-access.ts';
import { DomainError } from '../platform/http/problem.ts';
import type { SecondEntryView } from './second-entry.dto.ts';
import { firstAnswersOf, secondAnswersOf, secondEntryItem, type SecondEntryRow } from './second-entry-row.ts';

const RESOURCE_OF_SHEET = { 2: 'WELLBEING_ANSWERS', 3: 'HEALTH_ANSWERS' } as const;

/** A form is typed and compared as a whole, by who may work on both of its sheets. Throws the code of the closed one. */
export function refuseHiddenSheets(
  { ownerOrgId, firstBy }: SecondEntryRow,
  opened: ClientView,
  action: AccessAction,
): void {
  for (const category of [2, 3] as const satisfies ConsentCategory[]) {
    const decision = opened.decide(RESOURCE_OF_SHEET[category], action, { ownerOrgId, category, madeBy: firstBy });
    if (!decision.allow) throw new DomainError(decision.code);
  }
}

/** Blind while PENDING: what was typed now. After comparing: the differing items, and of nothing else what was typed. */
export async function secondEntryView(row: SecondEntryRow): Promise<SecondEntryView> {
  const head = { ...secondEntryItem(row), instruments: { gfi: row.gfiVersion, imesa: row.imesaVersion } };
  if (row.state === 'PENDING') return { ...head, answers: { ...(await secondAnswersOf(row.id)) } };
  if (row.state !== 'DIFFERENT') return head;
  const differences = entryDifferences(await firstAnswersOf(row.responseId), await secondAnswersOf(row.id));
  return { ...head, differences: [...differences] };
}
