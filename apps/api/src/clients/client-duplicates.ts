import { Injectable } from '@nestjs/common';
import { DomainError, type ProblemCode } from '../platform/http/problem.ts';
import { query, queryOne } from '../platform/request/request-context.ts';
import type { EditableColumns } from './client-columns.ts';
import { LIST_COLUMNS, type ClientRow, listItem } from './client-row.ts';
import { requestContext } from '../platform/request/request-context.ts';

type Candidate = Pick<EditableColumns, 'hisNumber' | 'duplicateKey' | 'birthDate'> & {
  id: string;
  bsnBidx: Buffer | null;
};

/** A number belongs to one client of the practice; the same name and birth date is a question to the person who enters it. */
@Injectable()
export class ClientDuplicates {
  async refuse(client: Candidate, confirmed: boolean): Promise<void> {
    await this.refuseNumbers(client);
    if (!confirmed) await this.refusePossibleDuplicate(client);
  }

  async refuseNumbers({ id, bsnBidx, hisNumber }: Pick<Candidate, 'id' | 'bsnBidx' | 'hisNumber'>): Promise<void> {
    const { code } = await queryOne<{ code: ProblemCode | null }>('SELECT care.number_in_use($1, $2, $3) AS code', [
      bsnBidx,
      hisNumber,
      id,
    ]);
    if (code) throw new DomainError(code);
  }

  private async refusePossibleDuplicate({ duplicateKey, birthDate }: Candidate): Promise<void> {
    const rows = await query<ClientRow>(
      `SELECT ${LIST_COLUMNS} FROM care.client c
       LEFT JOIN care.client_profile p ON p.practice_id = c.practice_id AND p.client_id = c.id
       WHERE c.practice_id = ctx.practice_id() AND c.duplicate_key = $1 AND c.birth_date = $2 ORDER BY c.id LIMIT 10`,
      [duplicateKey, birthDate],
    );
    if (rows.length === 0) return;
    const candidates = rows.map((row) => {
      const { id, name, birthDate: bornOn, hisNumber, city, status } = listItem(row, requestContext().today);
      return { id, name, birthDate: bornOn, hisNumber, city, status };
    });
    throw new DomainError('POSSIBLE_DUPLICATE', { extra: { candidates } });
  }
}
