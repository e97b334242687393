import { Injectable } from '@nestjs/common';
import { type AccessDecision, directiveFaults, isSameTreatment } from '@samenoud/domain';
import type { Owned } from '../platform/access/access-question.ts';
import { ClientAccess, type ClientView } from '../platform/access/client-access.ts';
import { refuseFaults } from '../platform/client-documents/document-input.ts';
import { type RecordVersionList, RecordVersions } from '../platform/client-documents/record-versions.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import type { PageQuery } from '../platform/http/page.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { isUuid, newId } from '../platform/http/uuid.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import { type DirectiveContent, directiveContent, directiveValues } from './directive-content.ts';
import type { DirectiveList, DirectiveView, SaveDirective, VoidReason, WhomToAsk } from './directive.dto.ts';
import { DIRECTIVE_ROWS, type DirectiveRow, directiveView } from './directive-row.ts';

const OBJECT = 'DIRECTIVES';
const NEWEST_FIRST = `ORDER BY coalesce(d.discussed_on, d.dated_on) DESC NULLS LAST, d.changed_at DESC, d.id`;

/** What was agreed about treatment, and papers of the client about it. Source: `domain.md` 8. */
@Injectable()
export class Directives {
  constructor(
    private readonly access: ClientAccess,
    private readonly events: LiveEvents,
    private readonly versions: RecordVersions,
  ) {}

  /** All of it, or for who may not read it that there is one and whom to ask. Throws NO_BASIS for who may not know that either. */
  async listOf(clientId: string): Promise<DirectiveList> {
    const view = await this.access.look(clientId);
    const decision = this.mayRead(view);
    const [rows, inForce] = [await rowsOf(clientId), await existing(view)];
    const isWhole = decision.grant.limit === null;
    const readable = isWhole ? rows.filter((row) => view.mayRead('DIRECTIVES', row)) : [];
    const category = isWhole ? 5 : 4;
    const shown = [{ ownerOrgId: view.practiceOrgId }, ...(isWhole ? readable : inForce)];
    this.access.logShown(view, { type: OBJECT }, shown.map(({ ownerOrgId }) => ({ decision, row: { ownerOrgId, category } }))); // prettier-ignore
    const items = readable.map((row) => directiveView(row, requestContext().today));
    const isPartly = inForce.some(({ ownerOrgId }) => !readsWhole(view, ownerOrgId));
    return {
      exists: inForce.length > 0,
      ask: inForce.length > 0 ? await whomToAsk(clientId, inForce[0]?.changedBy) : null,
      items: items.toSorted((a, b) => Number(b.inForce) - Number(a.inForce)),
      ...(isWhole && !isPartly ? {} : { hidden: [{ pointer: '/items', code: codeOfHidden(view) }] }),
    };
  }

  /** Throws DIRECTIVE_EXISTS where another one about the same treatment holds. */
  async add(clientId: string, body: SaveDirective): Promise<DirectiveView> {
    const content = this.checked(body);
    const id = newId();
    await this.access.open(clientId, 'DIRECTIVES', 'CREATE', { type: OBJECT, id });
    await this.refuseSecond(clientId, id, body);
    await query(
      `INSERT INTO care.directive (practice_id, client_id, owner_org_id, made_by, changed_by, id, kind, code, other_text, decision, decision_text,
         agreed_with, discussed_on, dated_on, kept_at, ends_on, comment)
       VALUES (ctx.practice_id(), $1, ctx.org_id(), ctx.user_id(), ctx.user_id(), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [clientId, id, body.kind, ...directiveValues(content)],
    );
    return this.changed(id);
  }

  async change(id: string, ifMatch: string | undefined, body: SaveDirective): Promise<DirectiveView> {
    const content = this.checked(body);
    const version = expectedVersion(ifMatch);
    const row = await this.row(id);
    await this.openToChange(row, 'UPDATE');
    if (row.kind !== body.kind) throw invalidInput({ pointer: '/kind', code: 'INVALID_VALUE' });
    if (row.voidedAt !== null) throw new DomainError('WRONG_STATE');
    if (row.version !== version) throw stale(row);
    await this.refuseSecond(row.clientId, id, body);
    const changed = await changeRows(
      `UPDATE care.directive SET version = version + 1, changed_by = ctx.user_id(), changed_at = ctx.now(), code = $3, other_text = $4,
         decision = $5, decision_text = $6, agreed_with = $7, discussed_on = $8, dated_on = $9, kept_at = $10, ends_on = $11, comment = $12
       WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2 AND voided_at IS NULL`,
      [id, version, ...directiveValues(content)],
    );
    if (changed === 0) throw stale(await this.row(id));
    return this.changed(id);
  }

  /** It should never have been there, such as in another client's record; it stays, and says so. */
  async declareVoid(id: string, { reason }: VoidReason): Promise<DirectiveView> {
    const row = await this.row(id);
    await this.openToChange(row, 'VOID');
    const changed = await changeRows(
      `UPDATE care.directive SET version = version + 1, changed_by = ctx.user_id(), changed_at = ctx.now(), voided_at = ctx.now(),
         voided_by = ctx.user_id(), void_reason = $2
       WHERE practice_id = ctx.practice_id() AND id = $1 AND voided_at IS NULL`,
      [id, reason.trim()],
    );
    if (changed === 0) throw new DomainError('WRONG_STATE');
    return this.changed(id);
  }

  async listVersions(clientId: string, page: PageQuery): Promise<RecordVersionList> {
    const view = await this.access.look(clientId);
    const decision = this.mayRead(view);
    if (decision.grant.limit !== null) throw new DomainError(codeOfHidden(view));
    this.access.logShown(view, { type: OBJECT }, [{ decision, row: practiceRow(view) }]);
    return this.versions.listOf(clientId, 'directive', 'DIRECTIVES', page);
  }

  private mayRead(view: ClientView): AccessDecision & { allow: true } {
    const decision = view.decide('DIRECTIVES', 'READ', practiceRow(view));
    if (!decision.allow) throw new DomainError(decision.code);
    return decision;
  }

  private checked(body: SaveDirective): DirectiveContent {
    refuseFaults(directiveFaults(body, requestContext().today));
    return directiveContent(body);
  }

  private async openToChange(row: DirectiveRow, action: 'UPDATE' | 'VOID'): Promise<void> {
    await this.access.open(row.clientId, 'DIRECTIVES', action, { type: OBJECT, id: row.id }, row);
  }

  /** Two people at once wait for each other here: the second one sees what the first wrote. */
  private async refuseSecond(clientId: string, id: string, body: SaveDirective): Promise<void> {
    await query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`directive ${clientId}`]);
    const { today } = requestContext();
    const others = (await rowsOf(clientId)).filter((row) => row.id !== id && directiveView(row, today).inForce);
    const endsOn = body.endsOn ?? null;
    const holds = endsOn === null || endsOn >= today;
    const second = others.find((row) => isSameTreatment(row, body));
    if (holds && second) throw new DomainError('DIRECTIVE_EXISTS', { extra: { id: second.id } });
  }

  private async changed(id: string): Promise<DirectiveView> {
    const row = await this.row(id);
    await this.events.hint('CLIENT', row.clientId, undefined, row.clientId); // not what changed: not everyone may know
    return directiveView(row, requestContext().today);
  }

  private async row(id: string): Promise<DirectiveRow> {
    const [row] = isUuid(id) ? await query<DirectiveRow>(`${DIRECTIVE_ROWS} AND d.id = $1`, [id]) : [];
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }
}

const practiceRow = (view: ClientView): Owned => ({ ownerOrgId: view.practiceOrgId, category: 5 });
const stale = (row: DirectiveRow): DomainError =>
  new DomainError('STALE', { extra: { current: directiveView(row, requestContext().today) } });
/** Who could read it with a basis is told so. */
const codeOfHidden = (view: ClientView): 'NO_BASIS' | 'ROLE' => {
  const decision = view.decide('TREATMENT_PLAN', 'READ', practiceRow(view));
  return decision.allow || decision.code === 'NO_BASIS' ? 'NO_BASIS' : 'ROLE';
};

function readsWhole(view: ClientView, ownerOrgId: string): boolean {
  const decision = view.decide('DIRECTIVES', 'READ', { ownerOrgId, category: 5 });
  return decision.allow && decision.grant.limit === null;
}

const rowsOf = (clientId: string): Promise<DirectiveRow[]> =>
  query<DirectiveRow>(`${DIRECTIVE_ROWS} AND d.client_id = $1 ${NEWEST_FIRST}`, [clientId]);

interface Existing {
  readonly ownerOrgId: string;
  readonly changedBy: string;
}

async function existing(view: ClientView): Promise<Existing[]> {
  const rows = await query<Existing>(
    `SELECT owner_org_id AS "ownerOrgId", changed_by AS "changedBy" FROM care.directives_in_force($1)`,
    [view.clientId],
  );
  return rows.filter(({ ownerOrgId }) => view.mayRead('DIRECTIVES', { ownerOrgId, category: 5 }));
}

/** The client's own GP; without one, who wrote it last. */
async function whomToAsk(clientId: string, writer: string | undefined): Promise<WhomToAsk | null> {
  const [person] = await query<WhomToAsk>(
    `SELECT m.id AS "userId", m.display_name AS "displayName", m.role, m.phone FROM care.membership m
     WHERE m.practice_id = ctx.practice_id() AND m.id = coalesce((SELECT c.gp_id FROM care.client c
       WHERE c.practice_id = ctx.practice_id() AND c.id = $1), $2)`,
    [clientId, writer],
  );
  return person ?? null;
}
