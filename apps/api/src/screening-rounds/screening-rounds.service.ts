import { Injectable } from '@nestjs/common';
import { listName, type RoundDays, roundDayProblems, withWaveDays } from '@samenoud/domain';
import { expectedVersion } from '../platform/http/if-match.ts';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { changeRows, query, queryOne, requestContext } from '../platform/request/request-context.ts';
import { candidatesOf, clientFacts, eligibleCount, leftOutCounts } from './round-selection.ts';
import { roundNumbers } from './round-numbers.ts';
import { getRoundRow, type RoundRow, roundRows } from './round-row.ts';
import type {
  CandidateList, CandidateQuery, CreateRound, RoundList, RoundView, UpdateRound,
} from './screening-round.dto.ts'; // prettier-ignore
import { type NamedClient, nameParts } from './client-label.ts';
import { coversPractice, refusePartOfPractice } from './whole-practice.ts';

/** The yearly rounds of a practice: what they are called, their days, and how far they came. */
@Injectable()
export class ScreeningRounds {
  async create(body: CreateRound): Promise<RoundView> {
    refusePartOfPractice('CREATE');
    const id = newId();
    const days = await this.checkedDays({
      referenceDate: body.referenceDate,
      returnBy: body.returnBy,
      invitationOn: body.invitationOn ?? null,
      reminder1On: body.reminder1On ?? null,
      reminder2On: body.reminder2On ?? null,
    });
    await query(
      `INSERT INTO care.screening_round (practice_id, id, version, name, state, reference_date, return_by, invitation_on,
         reminder_1_on, reminder_2_on, made_by)
       VALUES (ctx.practice_id(), $1, 1, $2, 'DRAFT', $3, $4, $5, $6, $7, ctx.user_id())`,
      [id, body.name.trim(), ...valuesOf(days)],
    );
    note('CREATE_SCREENING_ROUND', 'C', id);
    return this.view(await getRoundRow(id));
  }

  async list(page: PageQuery): Promise<RoundList> {
    const shown = pageOf(await roundRows(), page);
    const clients = await clientFacts();
    const numbers = await roundNumbers();
    return { ...shown, items: shown.items.map((row) => ({ ...viewOf(row, clients), ...numbers(row.id) })) };
  }

  async get(id: string): Promise<RoundView> {
    return this.view(await getRoundRow(id));
  }

  /** Name and days, while the round is not closed or cancelled. */
  async update(id: string, ifMatch: string | undefined, body: UpdateRound): Promise<RoundView> {
    const version = expectedVersion(ifMatch);
    const row = await getRoundRow(id);
    refusePartOfPractice('UPDATE');
    if (row.version !== version) throw new DomainError('STALE', { extra: { current: await this.view(row) } });
    if (row.state !== 'DRAFT' && row.state !== 'OPEN')
      throw new DomainError('WRONG_STATE', { extra: { current: await this.view(row) } });
    const { name = row.name, ...changes } = body;
    const days = await this.checkedDays({ ...row, ...defined(changes) });
    const changed = await changeRows(
      `UPDATE care.screening_round SET version = version + 1, name = $3, reference_date = $4, return_by = $5, invitation_on = $6,
         reminder_1_on = $7, reminder_2_on = $8
       WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2`,
      [id, version, name.trim(), ...valuesOf(days)],
    );
    if (changed === 0) throw new DomainError('STALE', { extra: { current: await this.get(id) } });
    note('UPDATE_SCREENING_ROUND', 'U', id);
    return this.get(id);
  }

  /** Who is invited and who is not, with the reason: to look at before letters are made. */
  async candidates(id: string, { outcome, ...page }: CandidateQuery): Promise<CandidateList> {
    const round = await getRoundRow(id);
    const wanted = candidatesOf(round, await clientFacts()).filter((one) => !outcome || one.outcome === outcome);
    const shown = pageOf(
      wanted.map((one) => ({ ...one, id: one.clientId })),
      page,
    );
    const names = await query<NamedClient>(
      `SELECT c.id, c.birth_date AS "birthDate", ${nameParts('c')} FROM care.client c
       WHERE c.practice_id = ctx.practice_id() AND c.id = ANY ($1::uuid[])`,
      [shown.items.map((one) => one.id)],
    );
    const known = new Map(names.map((client) => [client.id, client]));
    note('READ_SCREENING_CANDIDATES', 'R', id, { ids: shown.items.map((one) => one.id) });
    const items = shown.items.flatMap(({ id: clientId, outcome: found }) => {
      const client = known.get(clientId);
      return client ? [{ id: clientId, name: listName(client.name), birthDate: client.birthDate, outcome: found }] : [];
    });
    return { ...shown, items };
  }

  /** A round with its numbers over the clients the person at hand sees. */
  async view(row: RoundRow): Promise<RoundView> {
    const clients = await clientFacts();
    const numbers = await roundNumbers(row.id);
    return { ...viewOf(row, clients), ...numbers(row.id) };
  }

  private async checkedDays(days: RoundDays): Promise<RoundDays> {
    const { reminderDays } = await queryOne<{ reminderDays: [number, number] }>(
      `SELECT reminder_days AS "reminderDays" FROM care.practice WHERE id = ctx.practice_id()`,
    );
    const whole = withWaveDays(days, reminderDays);
    const problems = roundDayProblems(whole, requestContext().today);
    if (problems.length > 0) throw invalidInput(...problems.map(({ field, code }) => ({ pointer: `/${field}`, code })));
    return whole;
  }
}

function viewOf(
  { leftOut, ...row }: RoundRow,
  clients: Parameters<typeof candidatesOf>[1],
): Omit<RoundView, 'funnel' | 'states' | 'toReach'> {
  const candidates = candidatesOf(row, clients);
  const isOver = row.state === 'CLOSED' || row.state === 'CANCELLED';
  const invited = candidates.filter(({ outcome }) => outcome === 'INVITED').length;
  return {
    ...row,
    eligible: isOver ? invited : eligibleCount(candidates),
    leftOut:
      isOver && leftOut !== null && coversPractice('READ') ? { ...leftOut, RESTRICTED: 0 } : leftOutCounts(candidates),
  };
}

const valuesOf = (days: RoundDays): (string | null)[] => [
  days.referenceDate,
  days.returnBy,
  days.invitationOn,
  days.reminder1On,
  days.reminder2On,
];

const defined = <Changes extends object>(changes: Changes): Partial<Changes> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<Changes>;

function note(type: string, action: 'C' | 'R' | 'U', roundId: string, shown: object = {}): void {
  requestContext().log.push({
    type,
    action,
    objectType: 'SCREENING_ROUND',
    objectId: roundId,
    query: { roundId, ...shown },
    category: 1,
  });
}
