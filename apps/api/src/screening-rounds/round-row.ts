import type { RoundDays, RoundState } from '@samenoud/domain';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { query } from '../platform/request/request-context.ts';

export interface RoundRow extends RoundDays {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly state: RoundState;
  readonly leftOut: Readonly<Record<string, number>> | null;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly cancelledAt: string | null;
  readonly cancelReason: string | null;
}

const SELECT_ROUND = `SELECT r.id, r.version, r.name, r.state, r.reference_date AS "referenceDate", r.return_by AS "returnBy",
  r.invitation_on AS "invitationOn", r.reminder_1_on AS "reminder1On", r.reminder_2_on AS "reminder2On", r.left_out AS "leftOut",
  r.made_by AS "madeBy", r.made_at AS "madeAt", r.opened_at AS "openedAt", r.closed_at AS "closedAt",
  r.cancelled_at AS "cancelledAt", r.cancel_reason AS "cancelReason"
  FROM care.screening_round r WHERE r.practice_id = ctx.practice_id()`;

/** All rounds of the practice, newest first. */
export function roundRows(): Promise<RoundRow[]> {
  return query<RoundRow>(`${SELECT_ROUND} ORDER BY r.made_at DESC, r.id DESC`);
}

/** One round. Throws NOT_FOUND. */
export function getRoundRow(id: string): Promise<RoundRow> {
  return only(id, '');
}

/** One round that nobody else changes until the end of the transaction. Throws NOT_FOUND. */
export function holdRound(id: string): Promise<RoundRow> {
  return only(id, 'FOR UPDATE OF r');
}

async function only(id: string, lock: string): Promise<RoundRow> {
  const [row] = isUuid(id) ? await query<RoundRow>(`${SELECT_ROUND} AND r.id = $1 ${lock}`, [id]) : [];
  if (!row) throw new DomainError('NOT_FOUND');
  return row;
}
