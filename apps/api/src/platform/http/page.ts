import { Type } from 'class-transformer';
import { IdField, IntegerField, TextField } from './fields.ts';
import { invalidInput } from './problem.ts';

const DEFAULT_LIMIT = 50;
const MAX_TOTAL = 2_147_483_647;

/** Which part of a list. */
export class PageQuery {
  @Type(() => Number)
  @IntegerField({ min: 1, max: 200, optional: true, description: `Default ${DEFAULT_LIMIT}.` })
  limit?: number;

  @IdField({ optional: true, description: '`nextCursor` of the page before.' })
  cursor?: string;
}

/** What every page of a list says beside its items. */
export class PageView {
  @TextField({ max: 2000, nullable: true }) nextCursor: string | null;
  @IntegerField({ min: 0, max: MAX_TOTAL }) total: number;
}

/** One page of a list that is short enough to be read whole. Throws 400 for a cursor that is not of this list. */
export function pageOf<Item extends { readonly id: string }>(
  all: readonly Item[],
  { limit = DEFAULT_LIMIT, cursor }: PageQuery,
): PageView & { items: Item[] } {
  const before = cursor === undefined ? 0 : all.findIndex(({ id }) => id === cursor) + 1;
  if (cursor !== undefined && before === 0) throw invalidInput({ pointer: '/cursor', code: 'INVALID_VALUE' });
  const items = all.slice(before, before + limit);
  const more = before + items.length < all.length;
  return { items, nextCursor: more ? (items.at(-1)?.id ?? null) : null, total: all.length };
}
