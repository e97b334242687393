import { Injectable } from '@nestjs/common';
import { type CarePlanningTheme, type ConsentCategory, type Day } from '@samenoud/domain';
import type { Owned } from '../platform/access/access-question.ts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { trimmed } from '../platform/client-documents/document-input.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { isUuid, newId } from '../platform/http/uuid.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import type { CarePlanningTalkList, CarePlanningTalkView, SaveCarePlanningTalk } from './care-planning-talk.dto.ts';
import type { VoidReason } from './directive.dto.ts';
import { type VoidableRow, voidedView } from './directive-row.ts';

const OBJECT = 'CARE_PLANNING_TALKS';

interface TalkRow extends VoidableRow, Omit<CarePlanningTalkView, 'voided'> {
  readonly ownerOrgId: string;
  readonly category: ConsentCategory;
}

const ROWS = `SELECT t.id, t.client_id AS "clientId", t.owner_org_id AS "ownerOrgId", t.category, t.version, t.held_on AS "heldOn",
  t.participants, to_jsonb(t.themes) AS themes, t.wishes, t.note, t.made_by AS "madeBy", t.changed_by AS "changedBy",
  ctx.utc(t.changed_at) AS "changedAt", ctx.utc(t.voided_at) AS "voidedAt", t.voided_by AS "voidedBy", t.void_reason AS "voidReason"
  FROM care.care_planning_talk t WHERE t.practice_id = ctx.practice_id()`;

/** Talks about care later on: what somebody wishes, in her own words. Source: `domain.md` 8, category 4. */
@Injectable()
export class CarePlanningTalks {
  constructor(
    private readonly access: ClientAccess,
    private readonly events: LiveEvents,
  ) {}

  /** Newest first, each that the person at hand may read; days only for who may not read more. */
  async listOf(clientId: string, page: PageQuery): Promise<CarePlanningTalkList> {
    const view = await this.access.look(clientId);
    const decision = view.decide('CARE_PLAN', 'READ', { ownerOrgId: view.practiceOrgId, category: 4 });
    if (!decision.allow) throw new DomainError(decision.code);
    const rows = await query<TalkRow>(`${ROWS} AND t.client_id = $1 ORDER BY t.held_on DESC, t.made_at DESC, t.id`, [clientId]); // prettier-ignore
    const readable = rows.filter((row) => view.mayRead('CARE_PLAN', row));
    const part = pageOf(readable, page);
    const shown: Owned[] = [{ ownerOrgId: view.practiceOrgId, category: 4 }, ...part.items];
    this.access.logShown(view, { type: OBJECT }, shown.map((row) => ({ decision: view.decide('CARE_PLAN', 'READ', row), row }))); // prettier-ignore
    const isWhole = decision.grant.limit !== 'DATES_ONLY';
    return {
      ...part,
      items: isWhole ? part.items.map(talkView) : [],
      lastHeldOn: readable.find(({ voidedAt }) => voidedAt === null)?.heldOn ?? null,
      ...(isWhole ? {} : { hidden: [{ pointer: '/items', code: 'ROLE' }] }),
    };
  }

  async add(clientId: string, body: SaveCarePlanningTalk): Promise<CarePlanningTalkView> {
    const content = checked(body);
    const id = newId();
    await this.access.open(clientId, 'CARE_PLAN', 'CREATE', { type: OBJECT, id });
    await query(
      `INSERT INTO care.care_planning_talk (practice_id, client_id, owner_org_id, made_by, changed_by, id, held_on, participants, themes,
         wishes, note) VALUES (ctx.practice_id(), $1, ctx.org_id(), ctx.user_id(), ctx.user_id(), $2, $3, $4, $5, $6, $7)`,
      [clientId, id, ...content],
    );
    return this.changed(id);
  }

  /** Throws STALE with the talk as it is, WRONG_STATE for one that was declared void. */
  async change(id: string, ifMatch: string | undefined, body: SaveCarePlanningTalk): Promise<CarePlanningTalkView> {
    const content = checked(body);
    const version = expectedVersion(ifMatch);
    const row = await this.row(id);
    await this.access.open(row.clientId, 'CARE_PLAN', 'UPDATE', { type: OBJECT, id }, row);
    if (row.voidedAt !== null) throw new DomainError('WRONG_STATE');
    const changed = await changeRows(
      `UPDATE care.care_planning_talk SET version = version + 1, changed_by = ctx.user_id(), changed_at = ctx.now(), held_on = $3,
         participants = $4, themes = $5, wishes = $6, note = $7
       WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2 AND voided_at IS NULL`,
      [id, version, ...content],
    );
    if (changed === 0) throw new DomainError('STALE', { extra: { current: talkView(await this.row(id)) } });
    return this.changed(id);
  }

  async declareVoid(id: string, { reason }: VoidReason): Promise<CarePlanningTalkView> {
    const row = await this.row(id);
    await this.access.open(row.clientId, 'CARE_PLAN', 'VOID', { type: OBJECT, id }, row);
    const changed = await changeRows(
      `UPDATE care.care_planning_talk SET version = version + 1, changed_by = ctx.user_id(), changed_at = ctx.now(), voided_at = ctx.now(),
         voided_by = ctx.user_id(), void_reason = $2
       WHERE practice_id = ctx.practice_id() AND id = $1 AND voided_at IS NULL`,
      [id, reason.trim()],
    );
    if (changed === 0) throw new DomainError('WRONG_STATE');
    return this.changed(id);
  }

  private async changed(id: string): Promise<CarePlanningTalkView> {
    const row = await this.row(id);
    await this.events.hint('CLIENT', row.clientId, undefined, row.clientId); // not what changed: not everyone may know
    return talkView(row);
  }

  private async row(id: string): Promise<TalkRow> {
    const [row] = isUuid(id) ? await query<TalkRow>(`${ROWS} AND t.id = $1`, [id]) : [];
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }
}

type Content = readonly [Day, string, readonly CarePlanningTheme[], string | null, string | null];

/** Throws 400 for a day to come or no theme at all. */
function checked({ heldOn, participants, themes, wishes = null, note = null }: SaveCarePlanningTalk): Content {
  if (heldOn > requestContext().today) throw invalidInput({ pointer: '/heldOn', code: 'IN_FUTURE' });
  if (themes.length === 0) throw invalidInput({ pointer: '/themes', code: 'REQUIRED' });
  const said = trimmed({ wishes, note });
  return [heldOn, participants.trim(), [...new Set(themes)], said.wishes, said.note];
}

function talkView(row: TalkRow): CarePlanningTalkView {
  const { ownerOrgId: _, category: __, voidedAt: ___, voidedBy: ____, voidReason: _____, ...shown } = row;
  return { ...shown, voided: voidedView(row) };
}
