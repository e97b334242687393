import { Injectable } from '@nestjs/common';
import type { ImportDecision, ImportOutcome, ImportStatus } from '@samenoud/domain';
import { query } from '../platform/request/request-context.ts';
import type { PlanRow, RowContent } from './import-content.ts';
import { ImportSeal } from './import-seal.ts';

/** A stored row with its content opened; null once it has been carried out or forgotten. */
export interface StoredRow {
  readonly ordinal: number;
  readonly lineNumber: number | null;
  readonly status: ImportStatus;
  readonly options: readonly ImportDecision[];
  readonly decision: ImportDecision | null;
  readonly outcome: ImportOutcome;
  readonly clientId: string | null;
  readonly targetId: string | null;
  readonly content: RowContent | null;
}

type SealedRow = Omit<StoredRow, 'content'> & { readonly sealed: Buffer | null };

export interface RowsAsked {
  readonly importId: string;
  readonly status?: ImportStatus;
  readonly outcome?: ImportOutcome;
  readonly ordinals?: readonly number[];
  /** Rows after this one. */
  readonly after?: number;
  readonly limit: number;
}

/** So many rows go in one statement: each stays far from the time limit of one. */
export const BLOCK = 1000;

const COLUMNS = `r.ordinal, r.line_number AS "lineNumber", r.status, r.options, r.decision, r.outcome, r.client_id AS "clientId",
  r.target_id AS "targetId", r.sealed`;

/** The rows of a plan in the database: sealed when written, opened when read. */
@Injectable()
export class ImportRows {
  constructor(private readonly seal: ImportSeal) {}

  /** Puts a plan in the place of the one that was there. */
  async replace(importId: string, rows: readonly PlanRow[]): Promise<void> {
    const sealer = this.seal.of(importId);
    await query('SELECT care.forget_import_plan($1)', [importId]);
    for (const block of blocksOf(rows)) {
      const records = block.map(({ content, ...row }) => ({
        ...row,
        targetId: row.outcome === 'UPDATE' ? row.clientId : null,
        sealed: sealer.seal(content, String(row.ordinal)).toString('base64'),
      }));
      await query(
        `INSERT INTO care.client_import_row (practice_id, import_id, ordinal, line_number, status, options, outcome,
           without_outcome, without_client_id, client_id, target_id, sealed)
         SELECT ctx.practice_id(), $1, n.ordinal, n."lineNumber", n.status, n.options, n.outcome, n."withoutOutcome",
           n."withoutClientId", n."clientId", n."targetId", decode(n.sealed, 'base64')
         FROM jsonb_to_recordset($2::jsonb) AS n (ordinal integer, "lineNumber" integer, status text, options text[],
           outcome text, "withoutOutcome" text, "withoutClientId" uuid, "clientId" uuid, "targetId" uuid, sealed text)`,
        [importId, JSON.stringify(records)],
      );
    }
  }

  async read({ importId, status, outcome, ordinals, after = -1, limit }: RowsAsked): Promise<StoredRow[]> {
    const sealer = this.seal.of(importId);
    const rows = await query<SealedRow>(
      `SELECT ${COLUMNS} FROM care.client_import_row r
       WHERE r.practice_id = ctx.practice_id() AND r.import_id = $1 AND r.ordinal > $2
         AND ($3::text IS NULL OR r.status = $3) AND ($4::text IS NULL OR r.outcome = $4)
         AND ($5::integer[] IS NULL OR r.ordinal = ANY ($5))
       ORDER BY r.ordinal LIMIT $6`,
      [importId, after, status ?? null, outcome ?? null, ordinals ?? null, limit],
    );
    return rows.map(({ sealed, ...row }) => ({
      ...row,
      content: sealed === null ? null : (sealer.open(sealed, String(row.ordinal)) as RowContent),
    }));
  }

  /** All rows of one kind, block by block. */
  async *blocks(asked: Omit<RowsAsked, 'after' | 'limit'>): AsyncGenerator<readonly StoredRow[]> {
    let after = -1;
    for (;;) {
      const rows = await this.read({ ...asked, after, limit: BLOCK });
      if (rows.length > 0) yield rows;
      if (rows.length < BLOCK) return;
      after = rows.at(-1)?.ordinal ?? after;
    }
  }

  /** How many rows have which outcome, decisions counted in. */
  async countOutcomes(importId: string): Promise<Readonly<Record<ImportOutcome, number>>> {
    const rows = await query<{ outcome: ImportOutcome; n: number }>(
      `SELECT outcome, count(*)::integer AS n FROM care.client_import_row
       WHERE practice_id = ctx.practice_id() AND import_id = $1 GROUP BY outcome`,
      [importId],
    );
    const counts = { CREATE: 0, UPDATE: 0, STATUS: 0, NOTHING: 0 };
    for (const { outcome, n } of rows) counts[outcome] = n;
    return counts;
  }

  /**
   * Forgets what the rows said; that they were there, with line number and outcome, stays. Rows at fault that were not taken
   * are kept until the seventh day: somebody still has to mend them in the HIS.
   */
  async forgetContents(importId: string): Promise<void> {
    await query(
      `UPDATE care.client_import_row SET sealed = NULL
       WHERE practice_id = ctx.practice_id() AND import_id = $1 AND NOT (status = 'ERROR' AND outcome = 'NOTHING')`,
      [importId],
    );
  }
}

export function blocksOf<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / BLOCK) }, (_, n) => rows.slice(n * BLOCK, (n + 1) * BLOCK));
}
