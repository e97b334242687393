import { Injectable } from '@nestjs/common';
import { ClientAccess } from '../platform/access/client-access.ts';
import { DomainError } from '../platform/http/problem.ts';
import { changeRows } from '../platform/request/request-context.ts';
import type { ResponseView } from './response.dto.ts';
import { getResponseRow, newestOf } from './response-row.ts';
import { responseView } from './response-view.ts';

/** What somebody wrote online waits until a person has read it. Source: `domain.md` 5. */
@Injectable()
export class ReadRemark {
  constructor(private readonly access: ClientAccess) {}

  /** Notes who read it. Who came first stays: a second reader changes nothing. */
  async read(id: string): Promise<ResponseView> {
    const row = await getResponseRow(id);
    const owned = { ownerOrgId: row.remarkOwnerId ?? row.ownerOrgId, category: 3, madeBy: row.enteredBy } as const;
    const object = { type: 'RESPONSE_REMARK', id };
    const opened = await this.access.open(row.clientId, 'HEALTH_ANSWERS', 'UPDATE', object, owned);
    if (row.status !== 'COMPLETED' || row.remarkReadDueOn === null)
      throw new DomainError('WRONG_STATE', { extra: { newestId: await newestOf(id) } });
    await changeRows(
      `UPDATE care.response_remark SET read_by = ctx.user_id(), read_at = ctx.now()
         WHERE practice_id = ctx.practice_id() AND response_id = $1 AND read_at IS NULL`,
      [id],
    );
    return responseView(await getResponseRow(id), opened);
  }
}
