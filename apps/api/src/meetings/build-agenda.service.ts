import { Injectable } from '@nestjs/common';
import {
  type AgendaLine,
  agreementCarried,
  type ClientAgreement,
  isBeingPrepared,
  layAgenda,
  type LaidLine,
  type StandingLine,
} from '@samenoud/domain';
import { MeetingPlaces } from '../care-teams/meeting-places.service.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { DomainError } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { AgendaBuilder } from './agenda/agenda-builder.service.ts';
import { carryTopicsOver } from './topic-rows.ts';
import { findMeeting, type MeetingRow } from './meeting-row.ts';

/** What somebody wrote down that a client said about being discussed. */
export interface SaidAgreement {
  readonly clientId: string;
  readonly agreement: ClientAgreement;
}

/** Makes the agenda of a meeting in preparation follow the data, and lets the care relation of its attendees follow the agenda. */
@Injectable()
export class BuildAgendas {
  constructor(
    private readonly builder: AgendaBuilder,
    private readonly places: MeetingPlaces,
    private readonly events: LiveEvents,
  ) {}

  /**
   * For a meeting that is held by the request at hand; answers to its lines. Throws WRONG_STATE once it runs. Source: domain.md 10,
   * freeze.
   */
  async rebuild({ id, state }: Pick<MeetingRow, 'id' | 'state'>, said?: SaidAgreement): Promise<readonly LaidLine[]> {
    if (!isBeingPrepared(state)) throw new DomainError('WRONG_STATE');
    const lines = await this.builder.linesOf(id);
    const standing = await query<StandingLine>(
      `SELECT id, client_id AS "clientId", place, state, added_later AS "addedLater" FROM care.agenda_as_built($1)`,
      [id],
    );
    const laid = layAgenda(state === 'DRAFT' ? 'DRAFT' : 'OPEN', standing, lines);
    await query('SELECT care.put_agenda($1, $2)', [
      id,
      JSON.stringify(laid.map(writtenLine(await questionsFor(lines)))),
    ]);
    const carried = (await agreementsBefore(id)).filter(({ clientId }) => clientId !== said?.clientId);
    await putAgreements(id, [...carried, ...(said ? [{ ...said, said: true }] : [])]);
    await query('UPDATE care.meeting SET built_at = ctx.now() WHERE practice_id = ctx.practice_id() AND id = $1', [id]);
    await this.places.follow(id);
    await this.events.hint('MEETING', id);
    return laid;
  }

  /** What a client says takes effect at once; a no also in the meetings after this one where nobody asked her anew. */
  async putAgreement(meeting: MeetingRow, said: SaidAgreement, before: ClientAgreement): Promise<void> {
    await putAgreements(meeting.id, [{ ...said, said: true }]);
    await this.places.follow(meeting.id);
    if (said.agreement === 'NO' || before === 'NO') await this.rebuildLater(meeting);
  }

  /** Those in preparation that come after this one. */
  async rebuildLater({ startsAt }: MeetingRow): Promise<void> {
    await this.rebuildThese(
      await query<{ id: string }>(
        `SELECT id FROM care.meeting WHERE practice_id = ctx.practice_id() AND state IN ('DRAFT', 'OPEN') AND starts_at > $1
         ORDER BY starts_at, id`,
        [startsAt],
      ),
    );
  }

  /** Those in preparation that no day or person built today: what is due changes with the day. Source: domain.md 10. */
  async rebuildOlder(): Promise<void> {
    const older = await query<{ id: string }>(
      `SELECT id FROM care.meeting WHERE practice_id = ctx.practice_id() AND state IN ('DRAFT', 'OPEN')
         AND (built_at AT TIME ZONE 'Europe/Amsterdam')::date < $1 ORDER BY starts_at, id`,
      [requestContext().today],
    );
    await this.rebuildThese(older);
  }

  /** All that are in preparation: what a meeting did not discuss carries over to them. */
  async rebuildComing(): Promise<void> {
    await carryTopicsOver();
    await this.rebuildThese(
      await query<{ id: string }>(
        `SELECT id FROM care.meeting WHERE practice_id = ctx.practice_id() AND state IN ('DRAFT', 'OPEN') ORDER BY starts_at, id`,
      ),
    );
  }

  private async rebuildThese(meetings: readonly { readonly id: string }[]): Promise<void> {
    for (const { id } of meetings) {
      const meeting = await findMeeting(id, 'CHANGE');
      if (meeting !== undefined && isBeingPrepared(meeting.state)) await this.rebuild(meeting);
    }
  }

  /** Lets what people brought in for a cancelled meeting go to the next one; while there is none it waits. Source: domain.md 10. */
  async moveTopics(): Promise<void> {
    await carryTopicsOver();
    await this.rebuildThese(await query<{ id: string }>('SELECT id FROM care.move_topics() AS id'));
  }
}

interface PutAgreement extends SaidAgreement {
  /** Whether a person said so now, or it goes along with an earlier line. */
  readonly said: boolean;
}

async function agreementsBefore(meetingId: string): Promise<PutAgreement[]> {
  const rows = await query<SaidAgreement & { readonly wasDiscussed: boolean }>(
    `SELECT client_id AS "clientId", agreement, was_discussed AS "wasDiscussed" FROM care.agreements_before($1)`,
    [meetingId],
  );
  return rows.map(({ clientId, ...earlier }) => ({ clientId, agreement: agreementCarried(earlier), said: false }));
}

const putAgreements = (meetingId: string, lines: readonly PutAgreement[]): Promise<unknown> =>
  query('SELECT care.put_agreements($1, $2)', [meetingId, JSON.stringify(lines)]);

/** The question that goes along with an earlier line, or that of who brought the client in. */
async function questionsFor(lines: readonly AgendaLine[]): Promise<ReadonlyMap<string, string>> {
  const carrying = lines.flatMap(({ reasons }) =>
    reasons.filter(({ code }) => code === 'CARRIED_OVER' || code === 'MANUAL'),
  );
  if (carrying.length === 0) return new Map();
  const rows = await query<{ id: string; question: string }>(
    'SELECT id, question FROM care.agenda_questions($1::uuid[])',
    [carrying.map(({ row }) => row.id)],
  );
  return new Map(rows.map(({ id, question }) => [id, question]));
}

const writtenLine =
  (questions: ReadonlyMap<string, string>) =>
  ({ id, reasons, ...line }: LaidLine): object => ({
    ...line,
    id: id ?? newId(),
    question:
      (reasons ?? []).map(({ row }) => questions.get(row.id)).find((question) => question !== undefined) ?? null,
    reasons: (reasons ?? []).map(({ code, detail, since, row }, index) => ({
      id: newId(),
      code,
      detail,
      since,
      place: index + 1,
      rowId: row.id,
      category: row.category,
      ownerOrgId: row.ownerOrgId,
    })),
  });
