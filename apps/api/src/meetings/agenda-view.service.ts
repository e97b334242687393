import { Injectable } from '@nestjs/common';
import { grantFor, listName, type PersonName, type ProfileLabels } from '@samenoud/domain';
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import { oneReasonPerCode } from './agenda/one-reason-per-code.ts';
import type { AgendaItemView, GoneClient } from './agenda-item.dto.ts';
import { type AgendaItemRow, type DecisionRow, decisionsOf, earlierDecisions, itemsOf, itemsSql, openActions, placesOf } from './agenda-rows.ts'; // prettier-ignore
import type { DecisionView } from './decision.dto.ts';
import type { MeetingRow } from './meeting-row.ts';
import { reasonDetail } from './reason-words.ts';

/** Earlier decisions that a line shows. */
const MOST_EARLIER = 20;
/** Clients per row of the access log. */
const BLOCK = 500;

interface About {
  readonly labels: ProfileLabels;
  readonly decisions: readonly DecisionRow[];
  readonly earlier: readonly DecisionRow[];
  readonly actions: Awaited<ReturnType<typeof openActions>>;
}

/** The agenda as the person at hand may see it: what is not shared with her keeps its place, and says nothing. */
@Injectable()
export class AgendaViews {
  async agendaOf(meeting: MeetingRow): Promise<AgendaItemView[]> {
    const [places, rows] = await Promise.all([placesOf(meeting.id), itemsOf(meeting.id)]);
    const about = await aboutThese(meeting, rows);
    noteShown(meeting.id, rows);
    const byPlace = new Map(rows.map((row) => [row.place, row]));
    return places.map(({ place, state }) => {
      const row = byPlace.get(place);
      return row === undefined ? notShared(place, state === 'DROPPED') : oneReasonPerCode(itemView(row, about));
    });
  }

  /** One line; undefined where it is not shared with the person at hand. */
  async item(meeting: MeetingRow, id: string): Promise<AgendaItemView | undefined> {
    const rows = await query<AgendaItemRow>(`${itemsSql()} AND i.id = $1`, [id]);
    const about = await aboutThese(meeting, rows);
    noteShown(meeting.id, rows);
    return rows[0] && oneReasonPerCode(itemView(rows[0], about));
  }

  /** Who died, moved or left the practice since the meeting before this one. Source: domain.md 10. */
  async goneBefore({ startsAt }: MeetingRow): Promise<GoneClient[]> {
    const rows = await query<{ clientId: string; status: string; name: PersonName }>(
      `SELECT c.id AS "clientId", c.status, jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix,
         'family', c.family_name, 'partnerPrefix', c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use) AS name
       FROM care.client c WHERE c.practice_id = ctx.practice_id() AND c.status IN ('DECEASED', 'MOVED', 'DEREGISTERED')
         AND ${relatedSql('c', 'IDENTITY')} AND ${sharedSql('c', 'c.id', 1)}
         AND EXISTS (SELECT FROM care.data_change h WHERE h.practice_id = ctx.practice_id() AND h.client_id = c.id
           AND h.subject = 'CLIENT' AND h.after ->> 'status' = c.status AND h.changed_at > coalesce((SELECT max(e.starts_at)
             FROM care.meeting e WHERE e.practice_id = ctx.practice_id() AND e.starts_at < $1 AND e.state IN ('CLOSED', 'REOPENED')),
             $1::timestamptz - interval '35 days'))
       ORDER BY c.sort_name, c.birth_date, c.id`,
      [startsAt],
    );
    return rows.map(({ name, ...client }) => ({ ...client, clientName: listName(name) }));
  }
}

async function aboutThese(meeting: MeetingRow, rows: readonly AgendaItemRow[]): Promise<About> {
  const ids = rows.map(({ clientId }) => clientId);
  const [{ labels }, decisions, earlier, actions] = await Promise.all([
    queryOne<{ labels: ProfileLabels }>(
      'SELECT profile_labels AS labels FROM care.practice WHERE id = ctx.practice_id()',
    ),
    decisionsOf(meeting.id),
    earlierDecisions(meeting.startsAt, ids),
    openActions(ids),
  ]);
  return { labels, decisions, earlier, actions };
}

function itemView(row: AgendaItemRow, { labels, decisions, earlier, actions }: About): AgendaItemView {
  const { meetingId: _, name, state, feedbackBy, feedbackOn, reasons: all, allShared, ...shown } = row;
  const isOf = ({ clientId }: { clientId: string }): boolean => clientId === row.clientId;
  const ownWords = grantFor(requestContext().user.role, 'MEETING', 'READ') === undefined;
  const reasons = ownWords ? all.filter(({ isHers }) => isHers) : all;
  return {
    ...shown,
    question: ownWords ? (reasons[0]?.asked ?? null) : shown.question,
    shared: true,
    clientName: listName(name),
    dropped: state !== 'ON',
    proposed: reasons.find(({ detail }) => detail.proposed !== undefined)?.detail.proposed ?? null,
    reasons: reasons.map((reason) => ({
      code: reason.code,
      detail: reasonDetail(reason, labels),
      since: reason.since,
      rowId: reason.rowId,
      rowIds: [reason.rowId],
    })),
    feedback: feedbackBy === null ? null : { by: feedbackBy, on: feedbackOn },
    decisions: decisions.filter(({ itemId }) => itemId === row.id && !ownWords).map(decisionView),
    previousDecisions: ownWords ? [] : earlier.filter(isOf).slice(0, MOST_EARLIER).map(decisionView),
    openActions: ownWords ? [] : actions.filter(isOf).map(({ clientId: __, ...action }) => action),
    ...(allShared ? {} : { hidden: [{ pointer: '/reasons', code: 'NO_BASIS' }] }),
  };
}

/** A place, and nothing of who is on it. */
export const notShared = (place: number, dropped: boolean): AgendaItemView => ({
  id: null,
  version: null,
  place,
  shared: false,
  clientId: null,
  clientName: null,
  birthDate: null,
  reasons: [],
  proposed: null,
  onTop: false,
  addedLater: false,
  dropped,
  presenterId: null,
  question: null,
  clientAgreement: null,
  previousDecisions: [],
  openActions: [],
  decisions: [],
  outcome: null,
  feedback: null,
});

/** What is of another category than the decision itself is named where it is left out. */
export function decisionView(row: DecisionRow): DecisionView {
  const { assignmentId, referralId, ...shown } = row;
  const hidden = [
    ...(assignmentId !== null && row.profile === null ? [{ pointer: '/profile', code: 'NO_BASIS' }] : []),
    ...(referralId !== null && row.referral === null ? [{ pointer: '/referral', code: 'NO_BASIS' }] : []),
  ];
  return { ...shown, ...(hidden.length > 0 ? { hidden } : {}) };
}

/** Whose lines an answer shows, in the access log. */
function noteShown(meetingId: string, rows: readonly AgendaItemRow[]): void {
  for (let from = 0; from < rows.length; from += BLOCK) {
    const ids = rows.slice(from, from + BLOCK).map(({ clientId }) => clientId);
    requestContext().log.push({
      type: 'READ_MEETING',
      action: 'R',
      objectType: 'MEETING',
      objectId: meetingId,
      query: { count: ids.length, ids },
      category: 6,
    });
  }
}
