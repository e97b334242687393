import { Injectable } from '@nestjs/common';
import { ClientAccess, type ClientView, type ShownRow } from '../platform/access/client-access.ts';
import { type HiddenPart, hiddenCode } from '../platform/http/hidden.dto.ts';
import { pageOf } from '../platform/http/page.ts';
import type { TimelineItem, TimelinePage, TimelineQuery } from './timeline.dto.ts';
import { TIMELINE_RESOURCES, type TimelineKind, type TimelineRow, timelineRows } from './timeline-rows.ts';

/** Roles that are told that something happened, and not what was written. */
const WITHOUT_CONTENT: readonly string[] = ['CLASS_ONLY', 'DATES_ONLY', 'DATE_AND_KIND_ONLY'];

interface Told {
  readonly item: TimelineItem;
  readonly shown: ShownRow;
}

/** What happened around one client in one stream, item by item within the rights of who reads. Source: `screens.md`, `trust.md` 3. */
@Injectable()
export class Timeline {
  constructor(private readonly access: ClientAccess) {}

  async ofClient(clientId: string, { kind, ...page }: TimelineQuery): Promise<TimelinePage> {
    const opened = await this.access.open(clientId, 'IDENTITY', 'READ', { type: 'TIMELINE' });
    const hidden = new Map<string, HiddenPart>();
    const all = (await timelineRows(clientId)).flatMap((row) => told(opened, row, hidden));
    const wanted = all.filter(({ item }) => kind === undefined || item.kind === kind);
    const part = pageOf(
      wanted.map(({ item }) => item),
      page,
    );
    const shown = wanted.filter(({ item }) => part.items.includes(item)).map((one) => one.shown);
    this.access.logShown(opened, { type: 'TIMELINE' }, shown);
    const kinds = [...new Set(all.map(({ item }) => item.kind))];
    return { ...part, kinds, ...(hidden.size > 0 ? { hidden: [...hidden.values()] } : {}) };
  }
}

/** The row as this person may see it; what she may not is named once per kind. */
function told(opened: ClientView, row: TimelineRow, hidden: Map<string, HiddenPart>): Told[] {
  const { ownerOrgId, category, ...item } = row;
  const owned = { ownerOrgId, category };
  const decision = opened.decide(TIMELINE_RESOURCES[row.kind satisfies TimelineKind], 'READ', owned);
  if (!decision.allow) {
    hidden.set(row.kind, { pointer: `/kinds/${row.kind}`, code: hiddenCode(decision.code) });
    return [];
  }
  const { limit } = decision.grant;
  const isBare = limit !== null && WITHOUT_CONTENT.includes(limit);
  const bare = { ...item, text: null, fields: [], hidden: [{ pointer: '/text', code: 'ROLE' }] };
  return [{ item: isBare ? bare : { ...item, fields: [...item.fields] }, shown: { decision, row: owned } }];
}
