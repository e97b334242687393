import { Injectable } from '@nestjs/common';
import { isBeingPrepared, isFrozen, takesAgreement, takesDecisions, TEAM_ROLES } from '@samenoud/domain';
import { ClientAccess } from '../platform/access/client-access.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { changeRows, query } from '../platform/request/request-context.ts';
import type { AddAgendaItem, AddToAgenda, AgendaItemView, ChangeAgendaItem } from './agenda-item.dto.ts';
import { AgendaViews, notShared } from './agenda-view.service.ts';
import { BuildAgendas } from './build-agenda.service.ts';
import { type KeptItem, keptItem } from './kept-item.ts';
import { MeetingAccess } from './meeting-access.service.ts';
import { MEETING_SELECT, type MeetingRow } from './meeting-row.ts';

/** Lines of an agenda as people write on them: a client brought in, a question, who presents, what came of it. */
@Injectable()
export class AgendaItems {
  constructor(
    private readonly meetings: MeetingAccess,
    private readonly clients: ClientAccess,
    private readonly agendas: BuildAgendas,
    private readonly views: AgendaViews,
    private readonly events: LiveEvents,
  ) {}

  /** Brings a client in with one question. Throws WRONG_STATE from the moment the meeting runs, or for a client who left the practice. */
  async add(meetingId: string, body: AddAgendaItem): Promise<AgendaItemView> {
    const meeting = await this.meetings.open(meetingId, 'CREATE', 'CHANGE');
    return this.bringIn(meeting, body);
  }

  /** The same from the record: on the next meeting that is being prepared. Throws NO_MEETING where she may write in none. */
  async addToNext(clientId: string, body: AddToAgenda): Promise<AgendaItemView> {
    await this.clients.open(clientId, 'MEETING', 'CREATE', { type: 'AGENDA_ITEM' });
    const coming = await query<{ id: string; attends: boolean }>(
      `${MEETING_SELECT} AND m.state IN ('DRAFT', 'OPEN') AND m.starts_at >= ctx.now() ORDER BY m.starts_at, m.id`,
    );
    const next = coming.find(({ attends }) => this.meetings.ruleFor('CREATE', attends) !== undefined);
    if (next === undefined) throw new DomainError('NO_MEETING');
    return this.add(next.id, { ...body, clientId });
  }

  private async bringIn(meeting: MeetingRow, body: AddAgendaItem): Promise<AgendaItemView> {
    const { clientId, question, clientAgreement } = body;
    const topicId = newId();
    await this.clients.open(clientId, 'MEETING', 'CREATE', { type: 'AGENDA_ITEM', id: topicId });
    if (!isBeingPrepared(meeting.state)) throw new DomainError('WRONG_STATE');
    await query(
      `INSERT INTO care.agenda_topic (practice_id, id, client_id, owner_org_id, meeting_id, question, added_by)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, ctx.user_id())`,
      [topicId, clientId, meeting.id, question.trim()],
    );
    const said = clientAgreement && { clientId, agreement: clientAgreement };
    const line = (await this.agendas.rebuild(meeting, said)).find((one) => one.clientId === clientId);
    if (line?.state !== 'ON') throw new DomainError('WRONG_STATE');
    if (said) await this.agendas.rebuildLater(meeting);
    const [item] = await query<{ id: string }>(
      `SELECT id FROM care.agenda_item WHERE practice_id = ctx.practice_id() AND meeting_id = $1 AND client_id = $2 AND state = 'ON'`,
      [meeting.id, clientId],
    );
    // she may take part in the care by a meeting only, to which the client said no
    return (item && (await this.views.item(meeting, item.id))) ?? notShared(line.place, false);
  }

  /** Throws WRONG_STATE for what the state of the meeting does not allow, STALE. */
  async change(id: string, ifMatch: string | undefined, body: ChangeAgendaItem): Promise<AgendaItemView> {
    const version = expectedVersion(ifMatch);
    const item = await keptItem(id);
    const meeting = await this.meetings.open(
      item.meetingId,
      'UPDATE',
      body.withdrawTopicId === undefined && body.clientAgreement === undefined ? 'WRITE' : 'CHANGE',
    );
    await this.clients.open(
      item.clientId,
      'MEETING',
      'UPDATE',
      { type: 'AGENDA_ITEM', id },
      { ownerOrgId: item.ownerOrgId, category: 6 },
    );
    if (item.version !== version) throw await this.stale(meeting, id);
    refuseInState(meeting, body);
    if (body.presenterId) await refuseStranger(body.presenterId, '/presenterId');
    if (body.feedback) await refuseStranger(body.feedback.by, '/feedback/by');
    await this.write(id, version, item, body, meeting);
    if (body.clientAgreement !== undefined) {
      const said = { clientId: item.clientId, agreement: body.clientAgreement };
      await this.agendas.putAgreement(meeting, said, item.clientAgreement);
    }
    if (body.withdrawTopicId !== undefined) await this.withdraw(meeting, item.clientId, body.withdrawTopicId);
    await this.events.hint('MEETING', meeting.id);
    // with the line that she took back, or with a client's no, her part in the care of this client may have ended
    return (
      (await this.views.item(meeting, id)) ??
      notShared(item.place, body.withdrawTopicId !== undefined || item.state !== 'ON')
    );
  }

  private async stale(meeting: MeetingRow, id: string): Promise<DomainError> {
    return new DomainError('STALE', { extra: { current: await this.views.item(meeting, id) } });
  }

  private async write(
    id: string,
    version: number,
    item: KeptItem,
    { question, presenterId, outcome, feedback }: ChangeAgendaItem,
    meeting: MeetingRow,
  ): Promise<void> {
    const kept = <Value>(given: Value | undefined, before: Value): Value => (given === undefined ? before : given);
    const changed = await changeRows(
      `UPDATE care.agenda_item SET version = version + 1, question = $3, presenter_id = $4, outcome = $5, feedback_by = $6, feedback_on = $7,
         question_by = CASE WHEN question IS DISTINCT FROM $3 THEN ctx.user_id() ELSE question_by END,
         outcome_by = CASE WHEN outcome IS DISTINCT FROM $5 THEN ctx.user_id() ELSE outcome_by END,
         outcome_at = CASE WHEN outcome IS DISTINCT FROM $5 THEN ctx.now() ELSE outcome_at END, changed_by = ctx.user_id(), changed_at = ctx.now()
       WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2`,
      [
        id, version, kept(question?.trim() ?? question, item.question), kept(presenterId, item.presenterId), kept(outcome, item.outcome),
        feedback === undefined ? item.feedbackBy : (feedback?.by ?? null), feedback === undefined ? item.feedbackOn : (feedback?.on ?? null),
      ], // prettier-ignore
    );
    if (changed === 0) throw await this.stale(meeting, id);
  }

  /** Takes back what somebody brought in; the line goes when nothing else puts the client on the agenda. */
  private async withdraw(meeting: MeetingRow, clientId: string, topicId: string): Promise<void> {
    const changed = await changeRows(
      `UPDATE care.agenda_topic SET version = version + 1, withdrawn_at = ctx.now(), withdrawn_by = ctx.user_id()
       WHERE practice_id = ctx.practice_id() AND id = $1 AND meeting_id = $2 AND client_id = $3 AND withdrawn_at IS NULL`,
      [topicId, meeting.id, clientId],
    );
    if (changed === 0) throw invalidInput({ pointer: '/withdrawTopicId', code: 'INVALID_VALUE' });
    await this.agendas.rebuild(meeting);
  }
}

/**
 * Outcomes are of a meeting that runs, taking back of one in preparation, what the client says of one that was not closed before; nothing
 * of one that is over. Source: domain.md 10, freeze.
 */
function refuseInState({ state }: MeetingRow, { outcome, withdrawTopicId, clientAgreement }: ChangeAgendaItem): void {
  const isLate = withdrawTopicId !== undefined && !isBeingPrepared(state);
  const isEarly = outcome !== undefined && !takesDecisions(state);
  const isOver = clientAgreement !== undefined && !takesAgreement(state);
  if (isFrozen(state) || isLate || isEarly || isOver) throw new DomainError('WRONG_STATE');
}

async function refuseStranger(userId: string, pointer: string): Promise<void> {
  const found = await query<object>(
    'SELECT 1 FROM care.membership WHERE practice_id = ctx.practice_id() AND id = $1 AND role = ANY ($2) AND valid @> now()',
    [userId, TEAM_ROLES],
  );
  if (found.length === 0) throw invalidInput({ pointer, code: 'INVALID_VALUE' });
}
