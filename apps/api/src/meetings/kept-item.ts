import type { AgendaLineState, AgendaOutcome, ClientAgreement } from '@samenoud/domain';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { query } from '../platform/request/request-context.ts';
import { agreedSql } from './meeting-row.ts';

/** A line as it is kept, for who writes on it. */
export interface KeptItem {
  readonly meetingId: string;
  readonly clientId: string;
  readonly place: number;
  readonly state: AgendaLineState;
  readonly ownerOrgId: string;
  readonly version: number;
  readonly question: string | null;
  readonly clientAgreement: ClientAgreement;
  readonly presenterId: string | null;
  readonly outcome: AgendaOutcome | null;
  readonly feedbackBy: string | null;
  readonly feedbackOn: string | null;
}

/** Throws NOT_FOUND for what is not there, or not shared with the person at hand. */
export async function keptItem(id: string): Promise<KeptItem> {
  const [item] = isUuid(id)
    ? await query<KeptItem>(
        `SELECT i.meeting_id AS "meetingId", i.client_id AS "clientId", i.place, i.state, i.owner_org_id AS "ownerOrgId", i.version, i.question, i.client_agreement AS "clientAgreement",
           i.presenter_id AS "presenterId", i.outcome, i.feedback_by AS "feedbackBy", i.feedback_on AS "feedbackOn"
         FROM care.agenda_item i WHERE i.practice_id = ctx.practice_id() AND i.id = $1 AND ${agreedSql('i')}`,
        [id],
      )
    : [];
  if (item === undefined) throw new DomainError('NOT_FOUND');
  return item;
}
