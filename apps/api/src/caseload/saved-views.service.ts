import { Injectable } from '@nestjs/common';
import { isViewAddress, SAVED_VIEW_LIMITS } from '@samenoud/domain';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { isUuid, newId } from '../platform/http/uuid.ts';
import { changeRows, query } from '../platform/request/request-context.ts';
import type { SavedViewList, SavedViewView, SaveView } from './saved-view.dto.ts';

const MINE = 'practice_id = ctx.practice_id() AND user_id = ctx.user_id() AND removed_at IS NULL';

/** Views of the caseload under a name: filters of a list, never what the list held. */
@Injectable()
export class SavedViews {
  async list(): Promise<SavedViewList> {
    return {
      items: await query<SavedViewView>(
        `SELECT id, name, address FROM care.saved_view WHERE ${MINE} ORDER BY lower(name), id`,
      ),
    };
  }

  /** One that has the name already gets this address. Throws INVALID_INPUT for an address that is none, and for one too many. */
  async keep({ name, address }: SaveView): Promise<SavedViewList> {
    if (!isViewAddress(address)) throw invalidInput({ pointer: '/address', code: 'INVALID_VALUE' });
    const { items } = await this.list();
    const isKnown = items.some((one) => one.name.toLowerCase() === name.trim().toLowerCase());
    if (!isKnown && items.length >= SAVED_VIEW_LIMITS.most)
      throw invalidInput({ pointer: '/name', code: 'TOO_MANY', values: { max: SAVED_VIEW_LIMITS.most } });
    await query(
      `INSERT INTO care.saved_view (practice_id, id, user_id, name, address)
       VALUES (ctx.practice_id(), $1, ctx.user_id(), $2, $3)
       ON CONFLICT (practice_id, user_id, lower(name)) WHERE removed_at IS NULL DO UPDATE SET name = $2, address = $3`,
      [newId(), name.trim(), address],
    );
    return this.list();
  }

  /** Throws NOT_FOUND for one that is not hers. */
  async remove(id: string): Promise<SavedViewList> {
    const removed = isUuid(id)
      ? await changeRows(`UPDATE care.saved_view SET removed_at = ctx.now() WHERE ${MINE} AND id = $1`, [id])
      : 0;
    if (removed === 0) throw new DomainError('NOT_FOUND');
    return this.list();
  }
}
