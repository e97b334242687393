import {
  type Day, formatDutchDayLong, formatPhone, fullName, mayBePrinted, type PersonName,
} from '@samenoud/domain'; // prettier-ignore
import { text } from '@samenoud/texts';
import { ClientPaper, type PaperSender } from '../platform/documents/paper/client-paper.ts';
import { LARGE, ORDINARY } from '../platform/documents/paper/measure.ts';
import type { PersonToCall, SurroundingsPlanView } from './surroundings-plan.dto.ts';

export interface SurroundingsPaper {
  readonly client: PersonName & { readonly birthDate: Day; readonly largePrint: boolean | null };
  readonly sender: PaperSender;
  readonly madeOn: Day;
  readonly plan: Pick<SurroundingsPlanView, 'signs' | 'helps' | 'avoid' | 'calls' | 'reviewOn'>;
}

const PARTS = ['signs', 'helps', 'avoid'] as const;

/** For on the fridge: what to see, what to do and whom to call, in this order. Who did not agree is not named on it. */
export async function renderSurroundings(paper: SurroundingsPaper): Promise<{ content: Buffer; pages: number }> {
  const { client, sender, madeOn, plan } = paper;
  const title = text('surroundingsPlans.paper.title');
  const out = new ClientPaper(title, sender, client.largePrint === true ? LARGE : ORDINARY);
  out.title(title);
  out.paragraph(
    text('surroundingsPlans.paper.for', { name: fullName(client), day: formatDutchDayLong(client.birthDate) }),
  );
  for (const part of PARTS) {
    const lines = (plan[part] ?? '').split('\n').filter((line) => line.trim() !== '');
    if (lines.length === 0) continue;
    out.heading(text(`surroundingsPlans.paper.${part}`));
    for (const line of lines) out.paragraph(`– ${line.trim()}`);
  }
  const calls = plan.calls.filter(mayBePrinted);
  out.heading(text('surroundingsPlans.paper.calls'));
  if (calls.length === 0) out.paragraph(text('surroundingsPlans.paper.nobody'));
  for (const [index, person] of calls.entries()) out.paragraph(`${index + 1}. ${callWords(person)}`);
  out.paragraph(text('surroundingsPlans.paper.emergency'));
  out.paragraph(
    plan.reviewOn === null
      ? text('surroundingsPlans.paper.madeOn', { day: formatDutchDayLong(madeOn) })
      : text('surroundingsPlans.paper.reviewOn', {
          day: formatDutchDayLong(madeOn),
          reviewDay: formatDutchDayLong(plan.reviewOn),
        }),
  );
  const pages = out.page;
  return { content: await out.finish(), pages };
}

function callWords({ name, relation, phone, does, hasKey }: PersonToCall): string {
  const who = relation === null ? name : `${name} (${relation})`;
  const more = [does, hasKey ? text('surroundingsPlans.paper.hasKey') : null].filter((words) => words !== null);
  return `${who}: ${formatPhone(phone).replaceAll(' ', '\u00A0')}${more.length === 0 ? '' : `. ${more.join('. ')}`}`;
}
