import { Injectable } from '@nestjs/common';
import { isExtensionDay } from '@samenoud/domain';
import { ClientAccess } from '../platform/access/client-access.ts';
import { invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { ExtendRetention, RetentionExtension } from './retention.dto.ts';

const ADD = `INSERT INTO care.retention_extension (practice_id, id, client_id, owner_org_id, until_on, reason, made_by)
  VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, ctx.user_id())`;

/** Keeping a record longer than the law asks, where good care does. Source: BW 7:454(3). */
@Injectable()
export class RetentionExtensions {
  constructor(private readonly access: ClientAccess) {}

  /** From the next look on it is due after this day. Throws 400 for a day that is past, or more than thirty years away. */
  async extend(clientId: string, { untilOn, reason }: ExtendRetention): Promise<RetentionExtension> {
    const id = newId();
    if (!isExtensionDay(untilOn, requestContext().today)) throw invalidInput({ pointer: '/untilOn', code: 'INVALID_VALUE' }); // prettier-ignore
    const words = reason.trim();
    if ([...words].length < 3) throw invalidInput({ pointer: '/reason', code: 'TOO_SHORT', values: { min: 3 } });
    await this.access.open(clientId, 'DESTRUCTION', 'FINALISE', { type: 'RETENTION_EXTENSION', id });
    await query(ADD, [id, clientId, untilOn, words]);
    return queryOne<RetentionExtension>(
      `SELECT id, client_id AS "clientId", until_on AS "untilOn", reason, made_by AS "madeBy", ctx.utc(made_at) AS "madeAt"
       FROM care.retention_extension WHERE practice_id = ctx.practice_id() AND id = $1`,
      [id],
    );
  }
}
