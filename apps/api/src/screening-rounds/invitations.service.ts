import { Injectable } from '@nestjs/common';
import { isLiveInvitation } from '@samenoud/domain';
import { type InvitationGroup, isInGroup } from '@samenoud/domain';
import { ClientAccess } from '../platform/access/client-access.ts';
import { relatedSql, sharedSql } from '../platform/access/seen-sql.ts';
import { pageOf } from '../platform/http/page.ts';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type {
  ClientInvitations,
  InvitationDetails,
  InvitationList,
  InvitationQuery,
  StepView,
} from './invitation.dto.ts';
import { invitationView, nextStepFor, SELECT_SHOWN, type ShownRow } from './invitation-view.ts';
import { answeredIn } from './round-numbers.ts';
import { getRoundRow } from './round-row.ts';

/** Reading invitations: those of a round with who does what next, and one with all its steps. */
@Injectable()
export class Invitations {
  constructor(private readonly access: ClientAccess) {}

  async listOf(roundId: string, { state, group, nextStep, ...page }: InvitationQuery): Promise<InvitationList> {
    await getRoundRow(roundId);
    const rows = await query<ShownRow>(
      `${SELECT_SHOWN} AND i.round_id = $1 AND ($2::text IS NULL OR i.state = $2)
         AND ${relatedSql('c', 'SCREENING')} AND ${sharedSql('i', 'i.client_id', 1)}
       ORDER BY c.sort_name, c.birth_date, i.id`,
      [roundId, state ?? null],
    );
    const grouped = group === undefined ? rows : await inGroup(rows, roundId, group);
    const wanted = nextStep === undefined ? grouped : grouped.filter((row) => nextStepFor(row)?.code === nextStep);
    const shown = pageOf(wanted, page);
    requestContext().log.push({
      type: 'READ_INVITATIONS',
      action: 'R',
      objectType: 'SCREENING_ROUND',
      objectId: roundId,
      query: {
        roundId,
        state: state ?? null,
        group: group ?? null,
        nextStep: nextStep ?? null,
        ids: shown.items.map((row) => row.clientId),
      },
      category: 1,
    });
    return { ...shown, items: shown.items.map(invitationView) };
  }

  /** The invitations of one client, newest first. */
  async ofClient(clientId: string): Promise<ClientInvitations> {
    await this.access.open(clientId, 'SCREENING', 'READ', { type: 'INVITATIONS' });
    const rows = await query<ShownRow>(
      `${SELECT_SHOWN} AND i.client_id = $1 AND ${sharedSql('i', 'i.client_id', 1)} ORDER BY i.made_at DESC, i.id DESC LIMIT 200`,
      [clientId],
    );
    const { today } = requestContext();
    return {
      items: rows.map((row) => ({
        ...invitationView(row),
        round: { name: row.roundName, state: row.roundState, returnBy: row.returnBy },
        isLive: isLiveInvitation({ ...row, today }),
      })),
    };
  }

  async get(id: string): Promise<InvitationDetails> {
    const row = await askedRow(this.access, id);
    const owned = { ownerOrgId: row.ownerOrgId, category: 1 } as const;
    await this.access.open(row.clientId, 'SCREENING', 'READ', { type: 'INVITATION', id }, owned);
    return invitationDetails(row);
  }
}

async function inGroup(
  rows: readonly ShownRow[],
  roundId: string,
  group: InvitationGroup,
): Promise<readonly ShownRow[]> {
  const answered = await answeredIn(roundId);
  return rows.filter((row) => {
    const isReminded = row.reminded1On !== null || row.reminded2On !== null;
    const facts = { isSent: row.sentOn !== null, isReminded, isAnswered: answered.has(row.id) };
    return isInGroup({ state: row.state, ...facts }, group);
  });
}

/** The row of an act: what is not shown is refused as its client is, RESTRICTED where she is shielded, else NOT_FOUND. */
export async function askedRow(access: ClientAccess, id: string): Promise<ShownRow> {
  return shownRow(id).catch(async (error: unknown) => {
    const { clientId } = await queryOne<{ clientId: string | null }>('SELECT care.client_of($1) AS "clientId"', [
      isUuid(id) ? id : null,
    ]);
    if (clientId !== null) await access.open(clientId, 'SCREENING', 'READ', { type: 'INVITATION', id });
    throw error;
  });
}

/** Throws NOT_FOUND where it is not there for the person at hand. */
export async function shownRow(id: string): Promise<ShownRow> {
  const [row] = isUuid(id) ? await query<ShownRow>(`${SELECT_SHOWN} AND i.id = $1`, [id]) : [];
  if (!row) throw new DomainError('NOT_FOUND');
  return row;
}

export async function invitationDetails(row: ShownRow): Promise<InvitationDetails> {
  const steps = await query<StepView>(
    `SELECT id, step, from_state AS "from", to_state AS "to", step_on AS "on", reason, made_by AS "madeBy", made_at AS "madeAt"
     FROM care.screening_step WHERE practice_id = ctx.practice_id() AND invitation_id = $1 ORDER BY made_at DESC, id DESC LIMIT 200`,
    [row.id],
  );
  return { ...invitationView(row), steps };
}
