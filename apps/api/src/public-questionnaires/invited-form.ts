import { awaitsAnswer, type InvitationState, type RoundState } from '@samenoud/domain';
import type { ProblemCode } from '../platform/http/problem.ts';
import { query } from '../platform/request/request-context.ts';

/** What stands behind an access code: the invitation, whose it is, and the form that was begun for it. */
export interface InvitedForm {
  readonly clientId: string;
  readonly roundId: string;
  readonly birthDate: string;
  readonly state: InvitationState;
  readonly roundState: RoundState;
  readonly gfiVersion: string;
  readonly imesaVersion: string;
  /** The form of this client that somebody has begun, online for this invitation or in any other way. */
  readonly inProgressId: string | null;
  readonly isOwnForm: boolean;
}

const INVITED_FORM = `SELECT i.client_id AS "clientId", i.round_id AS "roundId", c.birth_date AS "birthDate", i.state, r.state AS "roundState",
  i.gfi_version AS "gfiVersion", i.imesa_version AS "imesaVersion", f.id AS "inProgressId",
  coalesce(f.channel = 'ONLINE' AND f.id = i.response_id, false) AS "isOwnForm"
  FROM care.screening_invitation i
  JOIN care.client c ON c.practice_id = i.practice_id AND c.id = i.client_id
  JOIN care.screening_round r ON r.practice_id = i.practice_id AND r.id = i.round_id
  LEFT JOIN LATERAL (SELECT o.id, f.channel FROM (SELECT care.response_in_progress(i.client_id) AS id) o
    LEFT JOIN care.response f ON f.practice_id = i.practice_id AND f.id = o.id) f ON true
  WHERE i.practice_id = ctx.practice_id() AND i.id = $1`;

export async function findInvitedForm(invitationId: string): Promise<InvitedForm | undefined> {
  const [row] = await query<InvitedForm>(INVITED_FORM, [invitationId]);
  return row;
}

const ENDED = ['NOT_RETURNED', 'CANCELLED', 'MOVED', 'DECEASED'];

/**
 * Why there is nothing to answer any more, told only to who gave the right code and birth date; undefined when she may go
 * on. A code ends with its round, with the answer and with "ik doe niet mee".
 */
export function whyClosed(form: InvitedForm, codeHasEnded: boolean): ProblemCode | undefined {
  if (form.state === 'REFUSED') return 'QUESTIONNAIRE_REFUSED';
  if (ENDED.includes(form.state)) return 'QUESTIONNAIRE_CLOSED';
  if (!awaitsAnswer(form.state)) return 'QUESTIONNAIRE_ANSWERED';
  if (codeHasEnded || form.roundState !== 'OPEN') return 'QUESTIONNAIRE_CLOSED';
  return form.inProgressId !== null && !form.isOwnForm ? 'QUESTIONNAIRE_WITH_PRACTICE' : undefined;
}
