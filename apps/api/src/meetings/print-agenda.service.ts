import { Injectable } from '@nestjs/common';
import { text } from '@samenoud/texts';
import { paperSender } from '../platform/documents/paper/paper-sender.ts';
import { requestContext } from '../platform/request/request-context.ts';
import { renderAgenda } from './agenda-paper.ts';
import { Meetings } from './meetings.service.ts';
import { namesOf } from './names-of.ts';

/** An agenda on paper: what the reader sees of it on her screen, and nothing kept. */
@Injectable()
export class PrintedAgendas {
  constructor(private readonly meetings: Meetings) {}

  async print(meetingId: string): Promise<{ fileName: string; content: Buffer }> {
    const meeting = await this.meetings.get(meetingId);
    const { user, today } = requestContext();
    const { sender, labels } = await paperSender();
    const named = meeting.agenda.flatMap(({ presenterId, openActions }) => [
      presenterId,
      ...openActions.map(({ ownerId }) => ownerId),
    ]);
    const topics = meeting.topics.map(({ broughtBy }) => broughtBy);
    const names = await namesOf([...named, ...topics, ...meeting.confirmed.map(({ by }) => by)]);
    const content = await renderAgenda({ meeting, sender, labels, names, readBy: user.displayName, madeOn: today });
    return { fileName: `${text('meetings.agendaPaper.file')}.pdf`, content };
  }
}
