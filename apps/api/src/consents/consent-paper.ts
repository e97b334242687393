import {
  CATEGORIES,
  type Day,
  formatDutchDayLong,
  fullName,
  needsGrant,
  type OrganisationKind,
  type PersonName,
} from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { ClientPaper, type PaperSender } from '../platform/documents/paper/client-paper.ts';
import type { ConsentRow } from './consent-row.ts';
import { categoryMeaning, CURRENT_CONSENT_TEXT } from './consent-texts.ts';

export interface PaperOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
}

export interface ConsentPaper {
  readonly client: PersonName & { readonly birthDate: Day };
  readonly sender: PaperSender;
  readonly madeOn: Day;
  readonly organisations: readonly PaperOrganisation[];
}

/** What was agreed and how to stop it, in plain words: only what holds now. */
export function renderAgreed(paper: ConsentPaper, rows: readonly ConsentRow[]): Promise<Buffer> {
  const { sender, client, madeOn, organisations } = paper;
  const out = new ClientPaper(text('consents.paper.agreedTitle'), sender);
  out.title(text('consents.paper.agreedTitle'));
  out.paragraph(forWhom(client));
  out.paragraph(text('consents.paper.agreedIntro', { phone: sender.phone }));
  if (rows.length === 0) {
    out.heading(text('consents.paper.noneTitle'));
    out.paragraph(text('consents.paper.none'));
  }
  for (const row of rows) agreed(out, row, organisations);
  out.heading(text('consents.paper.careTitle'));
  out.paragraph(text('consents.paper.care'));
  out.heading(text('consents.paper.stopTitle'));
  out.paragraph(text('consents.paper.stop', { phone: sender.phone }));
  out.paragraph(text('consents.paper.madeOn', { day: formatDutchDayLong(madeOn) }));
  return out.finish();
}

/** A form to tick and sign, for one organisation. */
export function renderForm({ sender, client }: ConsentPaper, organisation: PaperOrganisation): Promise<Buffer> {
  const out = new ClientPaper(text('consents.paper.blankTitle'), sender);
  out.title(text('consents.paper.blankTitle'));
  out.paragraph(text('consents.paper.blankIntro'));
  out.paragraph(`${text('consents.paper.name')} ${fullName(client)}`);
  out.paragraph(`${text('consents.paper.birthDate')} ${formatDutchDayLong(client.birthDate)}`);
  out.paragraph(`${text('consents.paper.organisation')} ${organisation.name}`);
  out.heading(text('consents.paper.choose'));
  for (const category of CATEGORIES.filter((one) => needsGrant(one, organisation.kind)))
    out.paragraph(`${TICK} ${categoryMeaning(category)}`);
  if (organisation.kind === 'SOCIAL_WORK') out.paragraph(text('consents.paper.chooseHint'));
  out.paragraph(text('consents.paper.blankStop', { phone: sender.phone }));
  for (const line of ['date', 'signature', 'representative'] as const)
    out.paragraph(`${text(`consents.paper.${line}`)} ${WRITE_HERE}`);
  out.paragraph(text('consents.paper.textVersion', { version: CURRENT_CONSENT_TEXT }));
  return out.finish();
}

const TICK = '[    ]';
const WRITE_HERE = '.'.repeat(40);

const forWhom = (client: ConsentPaper['client']): string =>
  text('consents.paper.for', { name: fullName(client), day: formatDutchDayLong(client.birthDate) });

function agreed(out: ClientPaper, row: ConsentRow, organisations: readonly PaperOrganisation[]): void {
  const organisation = organisations.find(({ id }) => id === row.toOrgId)?.name ?? '';
  const kind = row.kind === 'GRANT' ? 'mayTitle' : 'mayNotTitle';
  out.heading(text(`consents.paper.${kind}`, { organisation }));
  for (const category of row.categories.toSorted((a, b) => a - b)) out.paragraph(`– ${categoryMeaning(category)}`);
  const by = row.givenBy === 'CLIENT' ? 'byClient' : 'byRepresentative';
  out.paragraph(
    text('consents.paper.given', {
      by: text(`consents.paper.${by}`),
      day: formatDutchDayLong(row.givenOn),
      how: text(`consents.paper.how.${row.how as 'ORAL' | 'WRITTEN' | 'ONLINE'}`),
    }),
  );
  if (row.validUntilOn !== null)
    out.paragraph(text('consents.paper.until', { day: formatDutchDayLong(row.validUntilOn) }));
}
