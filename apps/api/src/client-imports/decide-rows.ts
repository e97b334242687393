import { Injectable } from '@nestjs/common';
import type { ImportDuplicate } from '@samenoud/domain';
import { refusingBroken } from '../platform/http/constraints.ts';
import { invalidInput } from '../platform/http/problem.ts';
import { changeRows, query } from '../platform/request/request-context.ts';
import type { UpdateClientImport } from './client-import.dto.ts';
import type { RowContent } from './import-content.ts';
import { ImportRows } from './import-rows.ts';

type Decision = NonNullable<UpdateClientImport['decisions']>[number];

const ACT = 'coalesce($4, r.options[1])';

/** What a decision does to a row follows from the row alone, so a whole status is decided in one statement. */
const APPLY = `UPDATE care.client_import_row r SET decision = $4,
    outcome = CASE ${ACT} WHEN 'CREATE' THEN 'CREATE' WHEN 'UPDATE' THEN 'UPDATE' WHEN 'IMPORT_WITHOUT' THEN r.without_outcome
      WHEN 'MOVED' THEN 'STATUS' WHEN 'DEREGISTERED' THEN 'STATUS' ELSE 'NOTHING' END,
    target_id = CASE WHEN ${ACT} = 'UPDATE' THEN coalesce($5::uuid, r.client_id)
      WHEN ${ACT} IN ('MOVED', 'DEREGISTERED') THEN r.client_id
      WHEN ${ACT} = 'IMPORT_WITHOUT' AND r.without_outcome = 'UPDATE' THEN r.without_client_id END
  WHERE r.practice_id = ctx.practice_id() AND r.import_id = $1 AND ($2::integer IS NULL OR r.ordinal = $2)
    AND ($3::text IS NULL OR r.status = $3) AND ${ACT} = ANY (r.options)`;

/** Writes down what a person decided about one row, or about all rows of a status. */
@Injectable()
export class DecideRows {
  constructor(private readonly rows: ImportRows) {}

  /** Throws 400 for a row or decision that is not there. */
  async apply(importId: string, asked: Decision, pointer: string): Promise<void> {
    const { decision, status, clientId } = asked;
    const ordinal = status === undefined ? await this.ordinalOf(importId, asked, pointer) : null;
    const needsCandidate =
      decision === 'UPDATE' && (ordinal === null ? status !== 'UPDATE' : await this.isOfTwin(importId, ordinal));
    if (needsCandidate) await this.refuseOtherThanCandidate(importId, ordinal, clientId, pointer);
    const candidate = needsCandidate ? clientId : null;
    const changed = await refusingTaken(pointer, () =>
      changeRows(APPLY, [importId, ordinal, status ?? null, decision, candidate ?? null]),
    );
    if (ordinal !== null && changed !== 1)
      throw invalidInput({ pointer: `${pointer}/decision`, code: 'INVALID_VALUE' });
  }

  private async ordinalOf(importId: string, { ordinal, lineNumber }: Decision, pointer: string): Promise<number> {
    const [row] = await query<{ ordinal: number }>(
      `SELECT ordinal FROM care.client_import_row WHERE practice_id = ctx.practice_id() AND import_id = $1
         AND (ordinal = $2 OR $2 IS NULL AND line_number = $3)`,
      [importId, ordinal ?? null, lineNumber ?? null],
    );
    if (!row) throw invalidInput({ pointer, code: 'INVALID_ID' });
    return row.ordinal;
  }

  private async isOfTwin(importId: string, ordinal: number): Promise<boolean> {
    const [row] = await this.rows.read({ importId, ordinals: [ordinal], limit: 1 });
    return row?.content ? twinsOf(row.content) !== null : false;
  }

  private async refuseOtherThanCandidate(
    importId: string,
    ordinal: number | null,
    clientId: string | undefined,
    pointer: string,
  ): Promise<void> {
    const [row] = ordinal === null ? [] : await this.rows.read({ importId, ordinals: [ordinal], limit: 1 });
    const twins = row?.content ? twinsOf(row.content) : null;
    const isFree = twins?.candidates.some(({ id, isTaken }) => id === clientId && !isTaken) ?? false;
    if (!isFree)
      throw invalidInput({
        pointer: `${pointer}/clientId`,
        code: clientId === undefined ? 'REQUIRED' : 'INVALID_VALUE',
      });
  }
}

/** The possible duplicates a row has in the register, with or without its faulty values. */
export function twinsOf({ duplicate, without }: RowContent): Extract<ImportDuplicate, { of: 'REGISTER' }> | null {
  if (duplicate?.of === 'REGISTER') return duplicate;
  return without?.duplicate?.of === 'REGISTER' ? without.duplicate : null;
}

/** Two rows that would change the same client: the second is refused. */
async function refusingTaken<T>(pointer: string, work: () => Promise<T>): Promise<T> {
  try {
    return await refusingBroken({ client_import_row_target_key: 'WRONG_STATE' }, work);
  } catch (error) {
    if (error instanceof Error && error.message === 'WRONG_STATE')
      throw invalidInput({ pointer: `${pointer}/clientId`, code: 'CLIENT_TAKEN' });
    throw error;
  }
}
