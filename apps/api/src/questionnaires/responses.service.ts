import { Injectable } from '@nestjs/common';
import { ClientAccess } from '../platform/access/client-access.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { DomainError } from '../platform/http/problem.ts';
import { isUuid } from '../platform/http/uuid.ts';
import { changeRows } from '../platform/request/request-context.ts';
import type { ResponseList, ResponseView, SetRemark } from './response.dto.ts';
import { getResponseRow, newestOf, type ResponseRow, responseRowsOf } from './response-row.ts';
import { responseView } from './response-view.ts';

/** A form that was voided or superseded is left as it is. */
const REMARKABLE: readonly string[] = ['IN_PROGRESS', 'COMPLETED'];

/** Reading responses, and the remark a client wrote in the margin. */
@Injectable()
export class Responses {
  constructor(private readonly access: ClientAccess) {}

  async listOf(clientId: string, page: PageQuery): Promise<ResponseList> {
    const rows = isUuid(clientId) ? await responseRowsOf(clientId) : [];
    const heads = rows.map(({ ownerOrgId }) => ({ ownerOrgId, category: 1 }) as const);
    const opened = await this.access.openList(clientId, 'IDENTITY', { type: 'RESPONSES' }, heads);
    const shared = rows.filter(({ ownerOrgId }) => opened.mayRead('IDENTITY', { ownerOrgId, category: 1 }));
    const items = shared.map((row) => responseView(row, opened));
    const hidden = shared.length < rows.length ? { hidden: [{ pointer: '/items', code: 'NO_BASIS' }] } : {};
    return { ...pageOf(items, page), ...hidden };
  }

  async get(id: string): Promise<ResponseView> {
    const row = await getResponseRow(id);
    const owned = { ownerOrgId: row.ownerOrgId, category: 1 } as const;
    const opened = await this.access.open(row.clientId, 'IDENTITY', 'READ', { type: 'RESPONSE', id }, owned);
    return responseView(row, opened);
  }

  /** Keeps what the client wrote, as written. The program never searches it: people read it and act. */
  async setRemark(
    id: string,
    ifMatch: string | undefined,
    { remark, urgentCallTo, urgentCallAt }: SetRemark,
  ): Promise<ResponseView> {
    const version = expectedVersion(ifMatch);
    const row = await getResponseRow(id);
    const owned = { ownerOrgId: row.remarkOwnerId ?? row.ownerOrgId, category: 3, madeBy: row.enteredBy } as const;
    const opened = await this.access.open(
      row.clientId,
      'HEALTH_ANSWERS',
      'UPDATE',
      { type: 'RESPONSE_REMARK', id },
      owned,
    );
    if (!REMARKABLE.includes(row.status))
      throw new DomainError('WRONG_STATE', { extra: { newestId: await newestOf(id) } });
    const changed = await changeRows(
      `UPDATE care.response SET version = version + 1
         WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2`,
      [id, version],
    );
    if (changed === 0)
      throw new DomainError('STALE', { extra: { current: responseView(await getResponseRow(id), opened) } });
    await writeRemark(row, [remark, urgentCallTo ?? null, urgentCallAt ?? null]);
    return responseView(await getResponseRow(id), opened);
  }
}

/** Changes the remark, or writes the first one. One that stands there unseen is of another organisation, and stays. */
async function writeRemark({ id, clientId }: ResponseRow, words: readonly (string | null)[]): Promise<void> {
  const changed = await changeRows(
    `UPDATE care.response_remark SET remark = $2, urgent_call_to = $3, urgent_call_at = $4
       WHERE practice_id = ctx.practice_id() AND response_id = $1`,
    [id, ...words],
  );
  if (changed === 1) return;
  const added = await changeRows(
    `INSERT INTO care.response_remark (practice_id, response_id, client_id, owner_org_id, remark, urgent_call_to, urgent_call_at)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5) ON CONFLICT DO NOTHING`,
    [id, clientId, ...words],
  );
  if (added === 0) throw new DomainError('NO_BASIS');
}
