import { Injectable } from '@nestjs/common';
import { text } from '@samenoud/texts';
import { paperSender } from '../platform/documents/paper/paper-sender.ts';
import { requestContext } from '../platform/request/request-context.ts';
import type { MinutesView } from './minutes.dto.ts';
import { renderMinutes } from './minutes-paper.ts';
import { MeetingMinutes } from './minutes.service.ts';
import { namesOf } from './names-of.ts';

/** Minutes on paper: what the reader may see of them, and nothing kept. */
@Injectable()
export class PrintedMinutes {
  constructor(private readonly minutes: MeetingMinutes) {}

  async print(meetingId: string, edition?: string): Promise<{ fileName: string; content: Buffer }> {
    const minutes = await this.minutes.get(meetingId, edition);
    const { user, today } = requestContext();
    const { sender, labels } = await paperSender();
    const names = await namesIn(minutes);
    const content = await renderMinutes({ minutes, sender, labels, names, readBy: user.displayName, madeOn: today });
    return { fileName: `${text('meetings.paper.file')}.pdf`, content };
  }
}

/** Everybody whom the minutes name by id. */
function namesIn({ items, topics, madeBy }: MinutesView): Promise<ReadonlyMap<string, string>> {
  const ids = items.flatMap(({ presenterId, feedback, decisions }) => [
    presenterId,
    feedback?.by,
    ...decisions.flatMap(({ userId, action }) => [userId, action?.ownerId]),
  ]);
  return namesOf([madeBy, ...topics.map(({ broughtBy }) => broughtBy), ...ids]);
}
