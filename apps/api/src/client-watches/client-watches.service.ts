import { Injectable } from '@nestjs/common';
import type { Role } from '@samenoud/domain';
import { ClientAccess, type ClientView } from '../platform/access/client-access.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import type { ClientWatchView, PutClientWatch } from './client-watch.dto.ts';

/** Of those who may change the record, these know why somebody wants to be watched over (ours). */
const SETTERS: readonly Role[] = ['GP', 'PRACTICE_NURSE'];

const OBJECT = { type: 'CLIENT_WATCH' };

/** The latest of its periods; the number of steps so far is its version. */
const CURRENT = `SELECT w.until IS NULL AS watched, ctx.utc(w.since) AS since, m.display_name AS "setBy",
    (SELECT sum(x.version)::integer FROM care.client_watch x WHERE x.practice_id = w.practice_id AND x.client_id = w.client_id) AS version
  FROM care.client_watch w JOIN care.membership m ON m.practice_id = w.practice_id AND m.id = w.set_by
  WHERE w.practice_id = ctx.practice_id() AND w.client_id = $1 ORDER BY w.since DESC, w.id DESC LIMIT 1`;

/** „Extra bewaken”: a mark that asks the reviewer of the log to look at every visit from outside the team. It stands in no list. */
@Injectable()
export class ClientWatches {
  constructor(private readonly access: ClientAccess) {}

  async get(clientId: string): Promise<ClientWatchView> {
    this.requireSetter();
    await this.access.open(clientId, 'IDENTITY', 'READ', OBJECT);
    return this.current(clientId);
  }

  /** Throws ROLE for whoever may change the record but not this, and STALE. Asked again for what is, it does nothing. */
  async put(clientId: string, ifMatch: string | undefined, { watched }: PutClientWatch): Promise<ClientWatchView> {
    this.requireSetter();
    const version = expectedVersion(ifMatch);
    const view = await this.access.open(clientId, 'IDENTITY', 'UPDATE', OBJECT);
    const before = await this.current(clientId);
    if (before.version !== version) throw new DomainError('STALE', { extra: { current: before } });
    if (before.watched !== watched) await (watched ? this.begin(view) : this.end(clientId));
    return this.current(clientId);
  }

  private requireSetter(): void {
    if (!SETTERS.includes(requestContext().user.role)) throw new DomainError('ROLE');
  }

  private async begin({ clientId, ownerOrgId }: ClientView): Promise<void> {
    await query(
      `INSERT INTO care.client_watch (practice_id, id, client_id, owner_org_id, set_by)
       VALUES (ctx.practice_id(), $1, $2, $3, ctx.user_id())`,
      [newId(), clientId, ownerOrgId],
    );
  }

  private async end(clientId: string): Promise<void> {
    const changed = await changeRows(
      `UPDATE care.client_watch SET until = greatest(now(), since), ended_by = ctx.user_id(), version = version + 1
       WHERE practice_id = ctx.practice_id() AND client_id = $1 AND until IS NULL`,
      [clientId],
    );
    if (changed === 0) throw new DomainError('STALE', { extra: { current: await this.current(clientId) } });
  }

  private async current(clientId: string): Promise<ClientWatchView> {
    const [row] = await query<ClientWatchView>(CURRENT, [clientId]);
    if (!row) return { version: 0, watched: false, since: null, setBy: null };
    return row.watched ? row : { ...row, since: null, setBy: null };
  }
}
