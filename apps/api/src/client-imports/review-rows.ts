import { Injectable } from '@nestjs/common';
import type { ImportStatus } from '@samenoud/domain';
import { invalidInput } from '../platform/http/problem.ts';
import { requestContext } from '../platform/request/request-context.ts';
import type { ClientImportRowPage, ImportRowsQuery } from './client-import.dto.ts';
import { ImportRows } from './import-rows.ts';
import { ImportStore } from './import-store.ts';
import { RowViews } from './row-views.ts';

const DEFAULT_LIMIT = 50;

/** The review, page by page; which clients were shown stands in the log. */
@Injectable()
export class ReviewRows {
  constructor(
    private readonly store: ImportStore,
    private readonly rows: ImportRows,
    private readonly views: RowViews,
  ) {}

  async page(id: string, { status, limit = DEFAULT_LIMIT, cursor }: ImportRowsQuery): Promise<ClientImportRowPage> {
    const { summary } = await this.store.get(id);
    const kind = status as ImportStatus | undefined;
    const asked = { importId: id, ...(kind && { status: kind }), after: readCursor(cursor), limit: limit + 1 };
    const found = await this.rows.read(asked);
    const items = await this.views.of(found.slice(0, limit));
    this.log(id, items.flatMap(({ clientId, duplicate }) => [clientId, ...(duplicate?.candidates.map((one) => one.id) ?? [])])); // prettier-ignore
    const last = items.at(-1);
    const counts: Readonly<Record<string, number>> = { ...summary };
    const total = kind ? counts[kind.toLowerCase()] : Object.values(counts).reduce((sum, count) => sum + count, 0);
    return { items, nextCursor: found.length > limit && last ? String(last.ordinal) : null, total: total ?? 0 };
  }

  private log(objectId: string, ids: readonly (string | null)[]): void {
    const shown = [...new Set(ids.filter((id) => id !== null))];
    const entry = {
      type: 'READ_CLIENT_IMPORT',
      action: 'R',
      objectType: 'CLIENT_IMPORT',
      objectId,
      category: 1,
    } as const;
    requestContext().log.push({ ...entry, query: { part: 'rows', ids: shown } });
  }
}

function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return -1;
  if (!/^\d{1,9}$/.test(cursor)) throw invalidInput({ pointer: '/cursor', code: 'INVALID_VALUE' });
  return Number(cursor);
}
