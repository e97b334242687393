import { type Day, formatDutchDayLong, formatPhone, fullName, type PersonName } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { ClientPaper } from '../platform/documents/paper/client-paper.ts';
import type { OverviewLine } from './client-overview.dto.ts';

export interface OverviewPaper {
  readonly client: PersonName & { readonly birthDate: Day };
  readonly practice: { readonly name: string; readonly phone: string; readonly withNames: boolean };
  readonly madeOn: Day;
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
  readonly lines: readonly OverviewLine[];
}

/** The overview as a client reads it: newest day first, a paragraph for each line. */
export function renderOverview({ client, practice, madeOn, from, until, lines }: OverviewPaper): Promise<Buffer> {
  const phone = formatPhone(practice.phone);
  const paper = new ClientPaper(text('accessOverview.title'), { name: practice.name, phone });
  paper.title(text('accessOverview.title'));
  paper.paragraph(text('accessOverview.about', { name: fullName(client), day: formatDutchDayLong(client.birthDate) }));
  paper.paragraph(text('accessOverview.made', { day: formatDutchDayLong(madeOn), period: periodText(from, until) }));
  paper.paragraph(text('accessOverview.intro'));
  if (!practice.withNames) paper.paragraph(text('accessOverview.names'));
  paper.paragraph(text('accessOverview.question', { phone }));
  if (lines.length === 0) paper.paragraph(text('accessOverview.nothing'));
  let day: Day | undefined;
  for (const line of lines) {
    if (line.day !== day) paper.heading(formatDutchDayLong(line.day));
    day = line.day;
    paper.paragraph(`${line.sentence} ${line.why}`);
  }
  return paper.finish();
}

function periodText(from: Day | undefined, until: Day | undefined): string {
  const long = { from: from && formatDutchDayLong(from), until: until && formatDutchDayLong(until) };
  if (long.from && long.until) return text('accessOverview.periodBoth', { from: long.from, until: long.until });
  if (long.from) return text('accessOverview.periodFrom', { from: long.from });
  return long.until ? text('accessOverview.periodUntil', { until: long.until }) : text('accessOverview.periodAll');
}
