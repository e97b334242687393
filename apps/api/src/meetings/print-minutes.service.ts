import { Injectable } from '@nestjs/common';
import { formatPhone, type ProfileLabels } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { PaperSender } from '../platform/documents/paper/client-paper.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { MinutesView } from './minutes.dto.ts';
import { renderMinutes } from './minutes-paper.ts';
import { MeetingMinutes } from './minutes.service.ts';

const SENDER = `SELECT coalesce(l.name, p.name) AS name, coalesce(l.phone, p.phone, '') AS phone, p.profile_labels AS labels
  FROM care.practice p LEFT JOIN care.letterhead l ON l.practice_id = p.id WHERE p.id = ctx.practice_id()`;

/** Minutes on paper: what the reader may see of them, and nothing kept. */
@Injectable()
export class PrintedMinutes {
  constructor(private readonly minutes: MeetingMinutes) {}

  async print(meetingId: string, edition?: string): Promise<{ fileName: string; content: Buffer }> {
    const minutes = await this.minutes.get(meetingId, edition);
    const { user, today } = requestContext();
    const { name, phone, labels } = await queryOne<PaperSender & { labels: ProfileLabels }>(SENDER);
    const names = await namesIn(minutes);
    const sender = { name, phone: formatPhone(phone) };
    const content = await renderMinutes({ minutes, sender, labels, names, readBy: user.displayName, madeOn: today });
    return { fileName: `${text('meetings.name')}.pdf`, content };
  }
}

/** Everybody whom the minutes name by id. */
async function namesIn({ items, topics, madeBy }: MinutesView): Promise<ReadonlyMap<string, string>> {
  const ids = items.flatMap(({ presenterId, feedback, decisions }) => [
    presenterId,
    feedback?.by,
    ...decisions.flatMap(({ userId, action }) => [userId, action?.ownerId]),
  ]);
  const rows = await query<{ id: string; name: string }>(
    'SELECT id, display_name AS name FROM care.membership WHERE practice_id = ctx.practice_id() AND id = ANY ($1::uuid[])',
    [[madeBy, ...topics.map(({ broughtBy }) => broughtBy), ...ids].filter((id) => id)],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
