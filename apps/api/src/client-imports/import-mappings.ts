import { Injectable } from '@nestjs/common';
import { headerKey, type ImportField, type RememberedFields } from '@samenoud/domain';
import { query } from '../platform/request/request-context.ts';

/** What the headers of a system mean in this practice, once somebody corrected them. */
@Injectable()
export class ImportMappings {
  async of(source: string): Promise<RememberedFields> {
    const [row] = await query<{ fields: RememberedFields }>(
      'SELECT fields FROM care.client_import_mapping WHERE practice_id = ctx.practice_id() AND source = $1',
      [sourceKey(source)],
    );
    return row?.fields ?? {};
  }

  async remember(source: string, headers: readonly string[], fields: readonly (ImportField | null)[]): Promise<void> {
    const named = headers.flatMap((header, index) =>
      headerKey(header) === '' ? [] : [[headerKey(header), fields[index] ?? null]],
    );
    await query(
      `INSERT INTO care.client_import_mapping AS m (practice_id, source, fields) VALUES (ctx.practice_id(), $1, $2)
       ON CONFLICT (practice_id, source) DO UPDATE SET fields = m.fields || excluded.fields`,
      [sourceKey(source), JSON.stringify(Object.fromEntries(named.toReversed()))],
    );
  }
}

const sourceKey = (source: string): string => headerKey(source);
