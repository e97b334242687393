import { Injectable } from '@nestjs/common';
import { destructionDueOn, isDestructionOverdue, listName, mayEver, type PersonName } from '@samenoud/domain';
import { ClientAccess } from '../platform/access/client-access.ts';
import { refusingBroken } from '../platform/http/constraints.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { isUuid, newId } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { DestructionEntry, DestructionList, DestructionRequest, RegisterDestruction } from './destruction.dto.ts';

type RequestRow = Omit<DestructionRequest, 'overdue' | 'clientName'> & { readonly name: PersonName | null };

/** Names come from the reader's own rights: a role without care relations sees none. */
const REQUEST_SQL = `SELECT d.id, d.version, d.client_id AS "clientId", d.state, d.requested_by AS "requestedBy", d.requested_on AS "requestedOn",
    d.due_on AS "dueOn", d.note, d.parts, d.reason_code AS "reasonCode", d.decision_note AS "decisionNote", ctx.utc(d.decided_at) AS "decidedAt",
    CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix,
      'family', c.family_name, 'partnerPrefix', c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use) END AS name
  FROM care.destruction_request d LEFT JOIN care.client c ON c.practice_id = d.practice_id AND c.id = d.client_id
  WHERE d.practice_id = ctx.practice_id()`;

/** Requests of clients to destroy their record. Source: BW 7:455, AVG 17, `trust.md` 2. */
@Injectable()
export class Destructions {
  constructor(private readonly access: ClientAccess) {}

  async register(
    clientId: string,
    { requestedBy, requestedOn, note }: RegisterDestruction,
  ): Promise<DestructionRequest> {
    const { user, today } = requestContext();
    if (requestedOn > today) throw invalidInput({ pointer: '/requestedOn', code: 'INVALID_VALUE' });
    const id = newId();
    const action = mayEver(user.role, 'DESTRUCTION', 'CREATE') ? 'CREATE' : 'FINALISE';
    await this.access.open(clientId, 'DESTRUCTION', action, { type: 'DESTRUCTION_REQUEST', id });
    await refusingBroken({ destruction_request_open_key: 'WRONG_STATE' }, () =>
      query(
        `INSERT INTO care.destruction_request (practice_id, id, client_id, requested_by, requested_on, due_on, note, registered_by)
         VALUES (ctx.practice_id(), $1, $2, $3, $4, $5, $6, ctx.user_id())`,
        [id, clientId, requestedBy, requestedOn, destructionDueOn(requestedOn), note?.trim() || null],
      ),
    );
    return this.get(id);
  }

  async list(): Promise<DestructionList> {
    const rows = await query<RequestRow>(`${REQUEST_SQL} ORDER BY d.state = 'RECEIVED' DESC, d.due_on, d.id LIMIT 500`);
    const ledger = await query<DestructionEntry>(
      `SELECT id, client_id AS "clientId", rule, decided_on AS "decidedOn" FROM care.destruction
       WHERE practice_id = ctx.practice_id() ORDER BY decided_on DESC, id LIMIT 500`,
    );
    const ids = rows.map(({ clientId }) => clientId);
    requestContext().log.push({
      type: 'READ_DESTRUCTIONS',
      action: 'R',
      objectType: 'DESTRUCTION',
      query: { ids },
      category: 1,
    });
    return { items: rows.map(view), ledger };
  }

  async get(id: string): Promise<DestructionRequest> {
    const [row] = isUuid(id) ? await query<RequestRow>(`${REQUEST_SQL} AND d.id = $1`, [id]) : [];
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return view(row);
  }
}

function view({ name, ...row }: RequestRow): DestructionRequest {
  const overdue = row.state === 'RECEIVED' && isDestructionOverdue(row.dueOn, requestContext().today);
  return { ...row, overdue, clientName: name === null ? null : listName(name) };
}
