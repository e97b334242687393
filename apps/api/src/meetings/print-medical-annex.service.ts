import { Injectable } from '@nestjs/common';
import { text } from '@samenoud/texts';
import { paperSender } from '../platform/documents/paper/paper-sender.ts';
import { requestContext } from '../platform/request/request-context.ts';
import { renderMedicalAnnex } from './medical-annex-paper.ts';
import { MedicalAnnexes } from './medical-annex.service.ts';
import { namesOf } from './names-of.ts';

/** The medical annex on paper: what the reader may see of it, and nothing kept. */
@Injectable()
export class PrintedMedicalAnnexes {
  constructor(private readonly annexes: MedicalAnnexes) {}

  async print(meetingId: string, edition?: string): Promise<{ fileName: string; content: Buffer }> {
    const annex = await this.annexes.get(meetingId, edition);
    const { user, today } = requestContext();
    const { sender } = await paperSender();
    const names = await namesOf(annex.items.map(({ changedBy }) => changedBy));
    const content = await renderMedicalAnnex({ annex, sender, names, readBy: user.displayName, madeOn: today });
    return { fileName: `${text('medicalAnnex.paper.file')}.pdf`, content };
  }
}
