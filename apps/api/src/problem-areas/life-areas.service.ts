import { Injectable } from '@nestjs/common';
import { DEFAULT_LIFE_AREAS, type LifeArea, lifeAreaFault } from '@samenoud/domain';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { changeRows, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { LifeAreaList, SetLifeAreas } from './life-area.dto.ts';

/** By which areas of life plans are laid out here: the seven of the method, or a list of the practice. Source: domain.md 11.4. */
@Injectable()
export class LifeAreas {
  async get(): Promise<LifeAreaList> {
    const { version, list } = await queryOne<{ version: number; list: LifeArea[] | null }>(
      'SELECT life_areas_version AS version, life_areas AS list FROM care.practice WHERE id = ctx.practice_id()',
    );
    const items = list ?? DEFAULT_LIFE_AREAS;
    return { version, own: list !== null, items: items.map((one) => ({ ...one, areas: [...one.areas] })) };
  }

  /** Throws INVALID_INPUT, and STALE with the list as it is when somebody else changed it since. */
  async set(ifMatch: string | undefined, { items }: SetLifeAreas): Promise<LifeAreaList> {
    const version = expectedVersion(ifMatch);
    const list = items.map(({ code, label, areas }) => ({ code, label: label.trim(), areas }));
    const fault = list.length === 0 ? undefined : lifeAreaFault(list);
    if (fault !== undefined) throw invalidInput({ pointer: '/items', code: fault === 'REPEATED_LABEL' ? 'LABEL_REPEATED' : 'INVALID_VALUE' }); // prettier-ignore
    const before = await this.get();
    const changed = await changeRows(
      `UPDATE care.practice SET life_areas = $2::jsonb, life_areas_version = life_areas_version + 1
       WHERE id = ctx.practice_id() AND life_areas_version = $1`,
      [version, list.length === 0 ? null : JSON.stringify(list)],
    );
    if (changed === 0) throw new DomainError('STALE', { extra: { current: before } });
    const labels = (areas: readonly { label: string }[]): string[] => areas.map(({ label }) => label);
    requestContext().log.push({
      type: 'UPDATE_PRACTICE_SETTINGS',
      action: 'U',
      objectType: 'PRACTICE_SETTINGS',
      objectId: requestContext().user.practiceId,
      purpose: 'ADMINISTRATION',
      query: { lifeAreas: { before: labels(before.items), after: labels(list) } },
    });
    return this.get();
  }
}
