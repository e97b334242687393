import { dayOfInstant, formatDutchDay, formatDutchDayLong } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { ClientPaper, type PaperSender } from '../platform/documents/paper/client-paper.ts';
import { WORKING } from '../platform/documents/paper/measure.ts';
import type { MedicalAnnexView } from './medical-note.dto.ts';
import { timeOf } from './paper-time.ts';

export interface AnnexFacts {
  readonly annex: MedicalAnnexView;
  readonly sender: PaperSender;
  readonly names: ReadonlyMap<string, string>;
  readonly readBy: string;
  readonly madeOn: string;
}

/** The medical annex on a paper of its own: for whom it is stands at the head of every page, and at its beginning. */
export function renderMedicalAnnex({ annex, sender, names, readBy, madeOn }: AnnexFacts): Promise<Buffer> {
  const day = formatDutchDayLong(dayOfInstant(annex.startsAt));
  const title = text('medicalAnnex.paper.title', { day });
  const mark = text('medicalAnnex.paper.mark', { name: readBy, day: formatDutchDay(madeOn) });
  const out = new ClientPaper(title, sender, WORKING, mark, {
    kind: 'FRAMED',
    words: text('medicalAnnex.paper.band'),
    beside: text('medicalAnnex.paper.beside'),
  });
  out.title(title);
  out.warning(text('medicalAnnex.paper.forWhom'));
  out.paragraph(text('medicalAnnex.paper.edition', { edition: annex.edition, day: formatDutchDay(dayOfInstant(annex.madeAt)) })); // prettier-ignore
  if (annex.items.length === 0) out.paragraph(text('medicalAnnex.none'));
  for (const { place, clientName, birthDate, text: note, changedBy, changedAt } of annex.items) {
    out.heading(text('meetings.paper.client', { place, name: clientName, day: formatDutchDay(birthDate) }));
    for (const line of note.split(/\n+/)) out.paragraph(line);
    const on = formatDutchDay(dayOfInstant(changedAt));
    out.quiet(text('medicalAnnex.by', { name: names.get(changedBy) ?? '', day: on, time: timeOf(changedAt) }));
  }
  return out.finish();
}
