import { Injectable } from '@nestjs/common';
import type { ProblemCode } from '../platform/http/problem.ts';
import { changeRows } from '../platform/request/request-context.ts';
import { summaryOf } from './import-content.ts';
import { DecideRows } from './decide-rows.ts';
import { ImportPlanner } from './import-planner.ts';
import { ImportRows, type StoredRow } from './import-rows.ts';
import { ImportStore } from './import-store.ts';

/** After a commit that was refused: the plan as the register now asks for it, back under review. */
@Injectable()
export class RenewPlan {
  constructor(
    private readonly store: ImportStore,
    private readonly rows: ImportRows,
    private readonly planner: ImportPlanner,
    private readonly decide: DecideRows,
  ) {}

  /** Decisions on rows that are as they were are kept; the others are asked again. */
  async renew(id: string, problem: ProblemCode): Promise<void> {
    const row = await this.store.get(id, 'FOR UPDATE');
    if (row.status !== 'COMMITTING') return;
    const plan = await this.planner.build(await this.store.table(id), this.store.columns(row).fields);
    const decided = await this.decidedRows(id);
    await this.rows.replace(id, plan.rows);
    await changeRows(
      `UPDATE care.client_import SET status = 'REVIEW', job_id = NULL, problem = $3, committing_at = NULL, summary = $2, version = version + 1
       WHERE practice_id = ctx.practice_id() AND id = $1`,
      [id, JSON.stringify(summaryOf(plan.rows)), problem],
    );
    const same = new Map(plan.rows.map((now) => [identityOf(now), now.ordinal]));
    for (const before of decided) {
      const ordinal = same.get(identityOf(before));
      if (ordinal === undefined) continue;
      const { decision, targetId } = before;
      await this.decide.apply(
        id,
        { ordinal, decision, ...(targetId !== null && { clientId: targetId }) },
        '/decisions',
      );
    }
  }

  private async decidedRows(id: string): Promise<StoredRow[]> {
    const decided: StoredRow[] = [];
    for await (const block of this.rows.blocks({ importId: id }))
      decided.push(...block.filter(({ decision }) => decision !== null));
    return decided;
  }
}

function identityOf({
  lineNumber,
  clientId,
  status,
  content,
}: Pick<StoredRow, 'lineNumber' | 'clientId' | 'status' | 'content'>): string {
  return JSON.stringify([lineNumber, clientId, status, content]);
}
