import { Injectable } from '@nestjs/common';
import { mayEver, mergeRefusal } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type ApprovalSubject, Approvals } from '../approvals/approvals.service.ts';
import { AccessBasis } from '../consents/access-basis.service.ts';
import { Consents } from '../consents/consents.service.ts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { refusingBroken } from '../platform/http/constraints.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { isUuid, newId } from '../platform/http/uuid.ts';
import { changeRows, query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type {
  ComparePair,
  MergeAddition,
  MergeComparison,
  MergeList,
  MergeRecord,
  MergeView,
  ProposeMerge,
} from './merge.dto.ts';
import { conflictsOf } from './merge-conflicts.ts';
import { PERSON_JSON, type PersonRow, personView } from './merge-person.ts';

const REFUSALS = { TWO_BSN: 'MERGE_TWO_BSN', BSN_ON_OTHER: 'MERGE_BSN_ON_OTHER' } as const;

export type MergeRow = Omit<MergeView, 'comparison' | 'additions'>;

const MERGE_SQL = `SELECT m.id, m.state, m.reason, m.proposed_by AS "proposedBy", ctx.utc(m.proposed_at) AS "proposedAt",
    ctx.utc(m.merged_at) AS "mergedAt", ctx.utc(m.split_at) AS "splitAt", m.survivor_id AS "survivorId", m.merged_id AS "mergedId",
    m.state = 'DONE' AND EXISTS (SELECT FROM care.approval a WHERE a.practice_id = m.practice_id AND a.id = m.split_approval_id
      AND a.state = 'OPEN' AND a.asked_at > ctx.now() - interval '14 days') AS "splitAsked"
  FROM care.merge m WHERE m.practice_id = ctx.practice_id()`;

/** Both records, or the one they went on in, are there for the person at hand: a shielded one is the GP's alone. */
const BOTH_SEEN = `NOT EXISTS (SELECT FROM unnest(ARRAY[m.survivor_id, m.merged_id]) AS one (id)
  WHERE NOT EXISTS (SELECT FROM care.client c WHERE c.practice_id = m.practice_id AND c.id = coalesce(care.merged_into(one.id), one.id)))`;

/** Doubles: comparing, proposing, and what a second person's approval carries out. See ADR 19. */
@Injectable()
export class Merges {
  constructor(
    private readonly access: ClientAccess,
    private readonly approvals: Approvals,
    private readonly basis: AccessBasis,
    private readonly consents: Consents,
  ) {
    approvals.register('MERGE', {
      mayDecide: (role) => mayEver(role, 'MERGE', 'FINALISE'),
      stepUp: true,
      check: (subject) => this.openBoth(subject),
      carryOut: (subject) => this.carryOut(mergeIdOf(subject)),
      drop: (subject) => this.decline(mergeIdOf(subject)),
    });
  }

  async list(): Promise<MergeList> {
    const rows = await query<MergeRow>(`${MERGE_SQL} AND ${BOTH_SEEN} ORDER BY m.proposed_at DESC, m.id LIMIT 200`);
    const ids = rows.flatMap(({ survivorId, mergedId }) => [survivorId, mergedId]);
    requestContext().log.push({ type: 'READ_MERGES', action: 'R', objectType: 'MERGE', query: { ids }, category: 1 });
    return { items: rows.map((row) => ({ ...row, comparison: null, additions: [] })) };
  }

  async compare({ survivorId, mergedId }: ComparePair): Promise<MergeComparison> {
    if (survivorId === mergedId) throw invalidInput({ pointer: '/mergedId', code: 'INVALID_VALUE' });
    const [survivor, merged] = [await this.record(survivorId), await this.record(mergedId)];
    const conflicts = await conflictsOf(survivorId, mergedId);
    return { survivor, merged, conflicts, refusal: mergeRefusal(survivor.person, merged.person) };
  }

  /** Asks a second person. Throws MERGE_TWO_BSN, MERGE_BSN_ON_OTHER, or MERGE_OPEN where one of both is in another merge. */
  async propose({ survivorId, mergedId, reason }: ProposeMerge): Promise<MergeView> {
    const { refusal } = await this.compare({ survivorId, mergedId });
    if (refusal !== null) throw new DomainError(REFUSALS[refusal]);
    await this.refuseOpen([survivorId, mergedId]);
    const id = newId();
    const clientIds = [survivorId, mergedId];
    const approvalId = await this.approvals.ask('MERGE', { mergeId: id, survivorId, mergedId }, { clientIds, reason });
    await refusingBroken({ merge_open_key: 'MERGE_OPEN' }, () =>
      query(
        `INSERT INTO care.merge (practice_id, id, survivor_id, merged_id, reason, proposed_by, approval_id)
         VALUES (ctx.practice_id(), $1, $2, $3, $4, ctx.user_id(), $5)`,
        [id, survivorId, mergedId, reason.trim(), approvalId],
      ),
    );
    return this.get(id);
  }

  async get(id: string): Promise<MergeView> {
    const row = await this.row(id);
    const comparison = row.state === 'PROPOSED' ? await this.compare(row) : null;
    if (row.state === 'DONE') await this.open(row.survivorId);
    else if (row.state !== 'PROPOSED') await this.openBothAsTheyAre(row);
    const additions = row.state === 'DONE' ? await this.additions(id) : [];
    return { ...row, comparison, additions };
  }

  async row(id: string): Promise<MergeRow> {
    const [row] = isUuid(id) ? await query<MergeRow>(`${MERGE_SQL} AND m.id = $1`, [id]) : [];
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** What came into the record since; rows that hang on another one follow that one. */
  additions(id: string): Promise<MergeAddition[]> {
    return query<MergeAddition>(
      `SELECT tab AS "table", row_key AS key, since FROM care.merge_additions($1)
       WHERE tab NOT IN ('answer_sheet', 'assessment', 'response_remark', 'second_entry', 'second_entry_sheet', 'screening_step',
         'notice', 'data_change', 'client_export', 'destruction_request')
       ORDER BY since, tab LIMIT 500`,
      [id],
    );
  }

  /** Nobody changes what is shared of either until this is done. */
  hold({ survivorId, mergedId }: ComparePair): Promise<void> {
    return this.basis.hold(survivorId, mergedId);
  }

  /** What team and consents say of both records now: an ouderenadviseur whom the client did not agree to leaves the team. */
  async rewriteBasis({ survivorId, mergedId }: ComparePair): Promise<void> {
    await this.consents.putInForce(survivorId);
    await this.consents.putInForce(mergedId);
  }

  private async record(id: string): Promise<MergeRecord> {
    await this.open(id);
    const { person, holdings } = await queryOne<{ person: PersonRow; holdings: Record<string, number> }>(
      `SELECT ${PERSON_JSON('c')} AS person, care.client_holdings(c.id) AS holdings FROM care.client c
       WHERE c.practice_id = ctx.practice_id() AND c.id = $1`,
      [id],
    );
    return { person: personView(person), holdings };
  }

  private async open(id: string): Promise<void> {
    const action = mayEver(requestContext().user.role, 'MERGE', 'CREATE') ? 'CREATE' : 'FINALISE';
    await this.access.open(id, 'MERGE', action, { type: 'MERGE', id });
  }

  /** Two records, of which one may have gone on in another since: then who reads that one is told so, and has read it here. */
  private async openBothAsTheyAre({ survivorId, mergedId }: ComparePair): Promise<void> {
    for (const id of [survivorId, mergedId])
      await this.open(id).catch((error: unknown) => {
        if (!(error instanceof DomainError) || error.code !== 'MERGED') throw error;
      });
  }

  private async openBoth(subject: ApprovalSubject): Promise<void> {
    const { survivorId, mergedId } = await this.row(mergeIdOf(subject));
    await this.open(survivorId);
    await this.open(mergedId);
  }

  private async refuseOpen(ids: readonly string[]): Promise<void> {
    await changeRows(
      `UPDATE care.merge m SET state = 'DECLINED' WHERE m.practice_id = ctx.practice_id() AND m.state = 'PROPOSED'
         AND EXISTS (SELECT FROM care.approval a WHERE a.practice_id = m.practice_id AND a.id = m.approval_id
           AND a.asked_at <= ctx.now() - interval '14 days')`,
    );
    const open = await query(
      `SELECT 1 FROM care.merge WHERE practice_id = ctx.practice_id() AND state = 'PROPOSED'
         AND (survivor_id = ANY($1) OR merged_id = ANY($1))`,
      [ids],
    );
    if (open.length > 0) throw new DomainError('MERGE_OPEN');
  }

  private async carryOut(id: string): Promise<void> {
    const row = await this.row(id);
    await this.hold(row);
    const { refusal } = await this.compare(row);
    if (refusal !== null) throw new DomainError(REFUSALS[refusal]);
    await query('SELECT care.merge_clients($1, $2), auth.move_respondents($3, $4)', [
      id,
      text('merges.voidReason'),
      row.mergedId,
      row.survivorId,
    ]);
    await this.rewriteBasis(row);
  }

  private async decline(id: string): Promise<void> {
    await changeRows(
      `UPDATE care.merge SET state = 'DECLINED' WHERE practice_id = ctx.practice_id() AND id = $1 AND state = 'PROPOSED'`,
      [id],
    );
  }
}

export function mergeIdOf(subject: ApprovalSubject): string {
  return String(subject['mergeId']);
}
