import { Injectable } from '@nestjs/common';
import type { AccessDecision, ConsentCategory, Resource } from '@samenoud/domain';
import type { Owned } from '../access/access-question.ts';
import { ClientAccess, type ClientView } from '../access/client-access.ts';
import { LiveEvents } from '../events/live-events.ts';
import { expectedVersion } from '../http/if-match.ts';
import { DomainError } from '../http/problem.ts';
import { newId } from '../http/uuid.ts';
import { changeRows, query } from '../request/request-context.ts';

/** A kind of document that a client has at most one of, and that people read and save as a whole (ADR 26). */
export interface DocumentKind {
  readonly table: 'treatment_plan' | 'network' | 'surroundings_plan';
  readonly object: string;
  readonly resource: Resource;
  readonly category: ConsentCategory;
}

export interface DocumentRow<Content> {
  readonly id: string;
  readonly clientId: string;
  readonly ownerOrgId: string;
  readonly category: ConsentCategory;
  readonly version: number;
  readonly content: Content;
  readonly madeBy: string;
  readonly changedBy: string;
  readonly changedAt: string;
}

export interface OpenedDocument<Content> {
  readonly clientId: string;
  /** What of it may be read: the limit of the right is left to the slice. */
  readonly decision: AccessDecision & { allow: true };
  readonly current: DocumentRow<Content> | undefined;
  /** Of records that were merged into this one: kept, and read beside it. */
  readonly others: readonly DocumentRow<Content>[];
}

const columns = `id, client_id AS "clientId", owner_org_id AS "ownerOrgId", category, version, content, made_by AS "madeBy",
  changed_by AS "changedBy", ctx.utc(changed_at) AS "changedAt"`;

@Injectable()
export class ClientDocuments {
  constructor(
    private readonly access: ClientAccess,
    private readonly events: LiveEvents,
  ) {}

  /** Throws NO_BASIS where one could exist that is not shared, so that „empty” is never said of what is hidden. */
  async read<Content>(kind: DocumentKind, clientId: string): Promise<OpenedDocument<Content>> {
    const view = await this.access.look(clientId);
    const [current, ...others] = await rowsOf<Content>(kind, clientId);
    const decision = current ? allowed(view, kind, current) : await this.allowedOfAll(view, kind);
    const object = { type: kind.object, ...(current ? { id: current.id } : {}) };
    const shown = others.filter((row) => view.mayRead(kind.resource, row));
    const rows = [current ?? { ownerOrgId: view.practiceOrgId, category: kind.category }, ...shown];
    this.access.logShown(view, object, rows.map((row) => ({ decision: view.decide(kind.resource, 'READ', row), row }))); // prettier-ignore
    return { clientId, decision, current, others: shown };
  }

  /** Makes it, of version 0, or changes it. Throws STALE with `viewOf` of what there is now when somebody else was first. */
  async write<Content, View>(
    kind: DocumentKind,
    clientId: string,
    ifMatch: string | undefined,
    content: Content,
    viewOf: (opened: OpenedDocument<Content>) => View,
  ): Promise<View> {
    const version = expectedVersion(ifMatch);
    const view = await this.access.look(clientId);
    const [current] = await rowsOf<Content>(kind, clientId);
    const action = current ? 'UPDATE' : 'CREATE';
    refuseUnrelated(view.decide(kind.resource, action, current));
    if (current) allowed(view, kind, current);
    else await this.allowedOfAll(view, kind);
    const id = current?.id ?? newId();
    await this.access.open(clientId, kind.resource, action, { type: kind.object, id }, current);
    const isSame = (current?.version ?? 0) === version;
    const changed = isSame ? await (current ? change(kind, current, content) : make(kind, id, clientId, content)) : 0;
    const opened = await this.read<Content>(kind, clientId);
    if (changed === 0) throw new DomainError('STALE', { extra: { current: viewOf(opened) } });
    await this.events.hint('CLIENT', clientId, undefined, clientId); // not what changed: not everyone may know
    return viewOf(opened);
  }

  /** Of the practice, as any first one would be, and of whoever wrote one that is not seen here. */
  private async allowedOfAll(view: ClientView, kind: DocumentKind): Promise<OpenedDocument<never>['decision']> {
    const unseen = await query<{ ownerOrgId: string }>('SELECT care.document_owners($1, $2) AS "ownerOrgId"', [
      kind.table,
      view.clientId,
    ]);
    for (const { ownerOrgId } of unseen) allowed(view, kind, { ownerOrgId, category: kind.category });
    return allowed(view, kind, { ownerOrgId: view.practiceOrgId, category: kind.category });
  }
}

function allowed(view: ClientView, { resource }: DocumentKind, row: Owned): OpenedDocument<never>['decision'] {
  const decision = view.decide(resource, 'READ', { ownerOrgId: row.ownerOrgId, category: row.category });
  if (!decision.allow) throw new DomainError(decision.code);
  return decision;
}

/** Who may not write for want of a relation hears that before she hears what of it she may not read. */
function refuseUnrelated(decision: AccessDecision): void {
  if (!decision.allow && (decision.code === 'NOT_FOUND' || decision.code === 'ROLE')) throw new DomainError(decision.code); // prettier-ignore
}

/** The one that was written in this record first. */
const rowsOf = <Content>({ table }: DocumentKind, clientId: string): Promise<DocumentRow<Content>[]> =>
  query<DocumentRow<Content>>(
    `SELECT ${columns} FROM care.${table} WHERE practice_id = ctx.practice_id() AND client_id = $1
     ORDER BY made_for = client_id DESC, changed_at DESC, id`,
    [clientId],
  );

const make = ({ table }: DocumentKind, id: string, clientId: string, content: unknown): Promise<number> =>
  changeRows(
    `INSERT INTO care.${table} (practice_id, id, client_id, owner_org_id, made_for, content, made_by, changed_by)
     VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $2, $3, ctx.user_id(), ctx.user_id()) ON CONFLICT DO NOTHING`,
    [id, clientId, JSON.stringify(content)],
  );

const change = ({ table }: DocumentKind, { id, version }: DocumentRow<unknown>, content: unknown): Promise<number> =>
  changeRows(
    `UPDATE care.${table} SET content = $3, version = version + 1, changed_by = ctx.user_id(), changed_at = ctx.now()
     WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2`,
    [id, version, JSON.stringify(content)],
  );
