import type { ClientStatus, InvitationRoute, InvitationState, RoundState } from '@samenoud/domain';
import { query } from '../platform/request/request-context.ts';

/** An invitation with what its round and client say of it. */
export interface InvitationRow {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly ownerOrgId: string;
  readonly roundId: string;
  readonly roundState: RoundState;
  readonly returnBy: string;
  readonly clientStatus: ClientStatus;
  readonly state: InvitationState;
  readonly formCode: string;
  readonly gfiVersion: string;
  readonly imesaVersion: string;
  readonly route: InvitationRoute | null;
  readonly sentOn: string | null;
  readonly reminded1On: string | null;
  readonly reminded2On: string | null;
  readonly undeliverableOn: string | null;
  readonly responseId: string | null;
  readonly beforeResponse: InvitationState | null;
  readonly exitReason: string | null;
  readonly refusesLater: boolean | null;
  readonly phonedOn: string | null;
  readonly askingClosedAt: string | null;
  readonly madeAt: string;
  readonly madeOn: string;
}

export const INVITATION_COLUMNS = `i.id, i.version, i.client_id AS "clientId", i.owner_org_id AS "ownerOrgId", i.round_id AS "roundId",
  r.state AS "roundState", r.return_by AS "returnBy", c.status AS "clientStatus", i.state, i.form_code AS "formCode",
  i.gfi_version AS "gfiVersion", i.imesa_version AS "imesaVersion", i.route, i.sent_on AS "sentOn", i.reminded_1_on AS "reminded1On",
  i.reminded_2_on AS "reminded2On", i.undeliverable_on AS "undeliverableOn", i.response_id AS "responseId",
  i.before_response AS "beforeResponse", i.exit_reason AS "exitReason", i.refuses_later AS "refusesLater", i.phoned_on AS "phonedOn",
  i.asking_closed_at AS "askingClosedAt", i.made_at AS "madeAt", (i.made_at AT TIME ZONE 'Europe/Amsterdam')::date AS "madeOn"`;

export const FROM_INVITATION = `FROM care.screening_invitation i
  JOIN care.screening_round r ON r.practice_id = i.practice_id AND r.id = i.round_id
  JOIN care.client c ON c.practice_id = i.practice_id AND c.id = i.client_id`;

const SELECT_INVITATION = `SELECT ${INVITATION_COLUMNS} ${FROM_INVITATION} WHERE i.practice_id = ctx.practice_id()`;

/** The invitation with this id, held until the end of the transaction. */
export async function holdInvitation(id: string): Promise<InvitationRow | undefined> {
  const [row] = await query<InvitationRow>(`${SELECT_INVITATION} AND i.id = $1 FOR UPDATE OF i`, [id]);
  return row;
}

/** The invitation this response belongs to, held until the end of the transaction. */
export async function holdInvitationOf(responseId: string): Promise<InvitationRow | undefined> {
  const [row] = await query<InvitationRow>(`${SELECT_INVITATION} AND i.response_id = $1 FOR UPDATE OF i`, [responseId]);
  return row;
}

/** The newest invitation of a client, of one round where it is named; one that was withdrawn does not count. */
export async function newestInvitationOf(
  clientId: string,
  roundId?: string | null,
): Promise<InvitationRow | undefined> {
  const [row] = await query<InvitationRow>(
    `${SELECT_INVITATION} AND i.client_id = $1 AND ($2::uuid IS NULL OR i.round_id = $2) AND i.state <> 'CANCELLED'
     ORDER BY i.made_at DESC, i.id DESC LIMIT 1`,
    [clientId, roundId ?? null],
  );
  return row;
}
