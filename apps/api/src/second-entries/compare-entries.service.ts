import { Injectable } from '@nestjs/common';
import { type Answers, type EntryDifference, entryDifferences, FORM_ITEM_COUNT, untypedItems } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { checkedAnswers } from '../platform/http/checked-answers.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { type FieldProblem, invalidInput } from '../platform/http/problem.ts';
import { changeRows } from '../platform/request/request-context.ts';
import { AmendCompletedResponse } from '../questionnaires/amend-response.service.ts';
import { InvitationFollower } from '../screening-rounds/invitation-follower.service.ts';
import { SecondEntries, refuseStale, refuseState } from './second-entries.service.ts';
import type { ResolveSecondEntry, SecondEntryView, WaiveSecondEntry } from './second-entry.dto.ts';
import { firstAnswersOf, getSecondEntryRow, secondAnswersOf, type SecondEntryRow } from './second-entry-row.ts';
import { secondEntryView } from './second-entry-view.ts';

/** The end of a second entry: equal, one answer chosen per difference, or waived with a reason. */
@Injectable()
export class CompareEntries {
  constructor(
    private readonly entries: SecondEntries,
    private readonly amendments: AmendCompletedResponse,
    private readonly invitations: InvitationFollower,
  ) {}

  /** Compares once everything is typed: an empty second entry would show all of the first. */
  async compare(id: string, ifMatch: string | undefined): Promise<SecondEntryView> {
    const { row } = await this.entries.open(id, 'FINALISE');
    if (row.state !== 'PENDING' || row.responseStatus !== 'COMPLETED') return refuseState(row);
    const second = await secondAnswersOf(id);
    refuseUntyped(second);
    const differences = entryDifferences(await firstAnswersOf(row.responseId), second).length;
    const version = ifMatch === undefined ? row.version : expectedVersion(ifMatch);
    const changed = await changeRows(
      `UPDATE care.second_entry SET version = version + 1, state = CASE WHEN $3 = 0 THEN 'EQUAL' ELSE 'DIFFERENT' END,
           compared_at = ctx.now(), items_compared = $4, items_different = $3, items_changed = CASE WHEN $3 = 0 THEN 0 END,
           closed_by = CASE WHEN $3 = 0 THEN ctx.user_id() END, closed_at = CASE WHEN $3 = 0 THEN ctx.now() END
         WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2 AND state = 'PENDING'`,
      [id, version, differences, FORM_ITEM_COUNT],
    );
    if (changed === 0) return refuseStale(id);
    if (differences === 0) await this.invitations.secondEntryClosed(row.responseId);
    return secondEntryView(await getSecondEntryRow(id));
  }

  /** One answer per differing item. Another than that of the first entry makes an amendment. */
  async resolve(id: string, { choices }: ResolveSecondEntry): Promise<SecondEntryView> {
    const { row } = await this.entries.open(id, 'FINALISE');
    if (row.state !== 'DIFFERENT' || row.responseStatus !== 'COMPLETED') return refuseState(row);
    const differences = entryDifferences(await firstAnswersOf(row.responseId), await secondAnswersOf(id));
    const changes = chosenChanges(differences, choices);
    await this.close(row, 'DIFFERENT', { state: 'RESOLVED', itemsChanged: Object.keys(changes).length });
    await this.carryOut(row, changes);
    return secondEntryView(await getSecondEntryRow(id));
  }

  async waive(id: string, { reason }: WaiveSecondEntry): Promise<SecondEntryView> {
    const { row } = await this.entries.open(id, 'FINALISE');
    if (row.state !== 'PENDING' && row.state !== 'DIFFERENT') return refuseState(row);
    await this.close(row, row.state, { state: 'WAIVED', reason });
    await this.invitations.secondEntryClosed(row.responseId);
    return secondEntryView(await getSecondEntryRow(id));
  }

  /** Without a change the first entry stands, and what waited for this goes on. */
  private async carryOut({ responseId }: SecondEntryRow, changes: Answers): Promise<void> {
    if (Object.keys(changes).length === 0) return this.invitations.secondEntryClosed(responseId);
    const reason = text('secondEntries.amendmentReason');
    await this.amendments.amend(responseId, { answers: changes, reason, reasonCode: 'SECOND_ENTRY' });
  }

  private async close(row: SecondEntryRow, from: string, to: Closing): Promise<void> {
    const changed = await changeRows(
      `UPDATE care.second_entry SET version = version + 1, state = $3, items_changed = $4, waive_reason = $5,
           closed_by = ctx.user_id(), closed_at = ctx.now()
         WHERE practice_id = ctx.practice_id() AND id = $1 AND state = $2`,
      [row.id, from, to.state, to.itemsChanged ?? null, to.reason ?? null],
    );
    if (changed === 0) await refuseStale(row.id);
  }
}

interface Closing {
  readonly state: 'RESOLVED' | 'WAIVED';
  readonly itemsChanged?: number;
  readonly reason?: string;
}

function refuseUntyped(second: Answers): void {
  const faults = untypedItems(second).map((item): FieldProblem => ({ pointer: `/answers/${item}`, code: 'REQUIRED' }));
  if (faults.length > 0) throw invalidInput(...faults);
}

/** What the amendment changes. Throws 400 naming each difference without a choice and each choice without a difference. */
function chosenChanges(differences: readonly EntryDifference[], choices: Readonly<Record<string, unknown>>): Answers {
  const known = new Set(differences.map(({ item }) => item));
  const unknown = Object.keys(choices).filter((item) => !known.has(item));
  const open = differences.filter(({ item }) => !Object.hasOwn(choices, item));
  const faults = [
    ...open.map(({ item }): FieldProblem => ({ pointer: `/choices/${item}`, code: 'REQUIRED' })),
    ...unknown.slice(0, 50).map((): FieldProblem => ({ pointer: '/choices', code: 'INVALID_VALUE' })),
  ];
  if (faults.length > 0) throw invalidInput(...faults);
  const chosen = differences.map((difference) => [difference.item, chosenAnswer(difference, choices)] as const);
  const answers = checkedAnswers(Object.fromEntries(chosen));
  return Object.fromEntries(
    entryDifferences(Object.fromEntries(differences.map(({ item, first }) => [item, first])), answers).map(
      ({ item, second }) => [item, second],
    ),
  );
}

function chosenAnswer({ item, first, second }: EntryDifference, choices: Readonly<Record<string, unknown>>): unknown {
  const choice = choices[item];
  if (choice === 'FIRST') return first;
  if (choice === 'SECOND') return second;
  if (typeof choice === 'object' && choice !== null && Object.keys(choice).join() === 'answer' && 'answer' in choice)
    return choice.answer;
  throw invalidInput({ pointer: `/choices/${item}`, code: 'INVALID_VALUE' });
}
