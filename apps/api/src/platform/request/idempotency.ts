import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@samenoud/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClientAccess } from '../access/client-access.ts';
import type { Permission } from '../access/permission.ts';
import { DomainError, invalidInput } from '../http/problem.ts';
import { query, queryOne, requestContext } from './request-context.ts';

interface KeptAnswer {
  readonly request_hash: Buffer;
  readonly client_id: string | null;
  readonly status: number | null;
  readonly answer: unknown;
}

const MAX_KEY = 200;

/**
 * `Idempotency-Key` on creating POSTs: the same key and body gives the first answer again, after the same checks as then.
 * `permission` is the one this role came in with; a route of the own account opens no client. Routes that answer a secret keep
 * nothing (`NeverKept`). A twin in parallel waits for the first one's commit; a rollback removes the key, so a retry really runs.
 */
@Injectable()
export class Idempotency {
  constructor(private readonly access: ClientAccess) {}

  async once(
    request: FastifyRequest,
    reply: FastifyReply,
    permission: Permission,
    work: () => Promise<unknown>,
  ): Promise<unknown> {
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined) return work();
    if (typeof key !== 'string' || key.length > MAX_KEY || key === '')
      throw invalidInput({ pointer: '', code: 'INVALID_VALUE' });
    const hash = createHash('sha256')
      .update(`${request.url}\n${canonicalJson(request.body ?? null)}`)
      .update(request.upload?.content ?? '')
      .digest();
    const { userId } = requestContext().user;
    const inserted = await query<object>(
      `INSERT INTO care.idempotency (practice_id, user_id, key, request_hash)
       VALUES (ctx.practice_id(), ctx.user_id(), $1, $2) ON CONFLICT DO NOTHING RETURNING 1`,
      [key, hash],
    );
    if (inserted.length === 0) return this.repeat(key, hash, reply, permission);
    const answer = await work();
    await query(
      `UPDATE care.idempotency SET status = $1, answer = $2, client_id = $3
       WHERE practice_id = ctx.practice_id() AND user_id = $4 AND key = $5`,
      [reply.statusCode, JSON.stringify(answer ?? null), requestContext().clientId ?? null, userId, key],
    );
    return answer;
  }

  private async repeat(key: string, hash: Buffer, reply: FastifyReply, permission: Permission): Promise<unknown> {
    const kept = await queryOne<KeptAnswer>(
      `SELECT request_hash, client_id, status, answer FROM care.idempotency
       WHERE practice_id = ctx.practice_id() AND user_id = ctx.user_id() AND key = $1`,
      [key],
    );
    if (!hash.equals(kept.request_hash)) throw new DomainError('IDEMPOTENCY_MISMATCH');
    if (kept.client_id && permission.resource !== 'OWN_ACCOUNT')
      await this.access.open(kept.client_id, permission.resource, permission.action);
    void reply.status(kept.status ?? 200);
    return kept.answer;
  }
}

/** Answers and documents are kept for 24 hours; whoever signs in clears what is older in her practice. */
export async function forgetOldAnswers(): Promise<void> {
  await query('SELECT care.forget_old_answers(), care.forget_old_documents()');
}
