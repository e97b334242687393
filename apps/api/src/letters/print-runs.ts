import type { Day, InstrumentPacks, LetterWave } from '@samenoud/domain';
import { fullName, listName } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { isByHand } from './chosen-recipients.ts';
import type { PrintKind } from './letter.dto.ts';
import type { PrintedRound, Recipient } from './letter-recipients.service.ts';
import { personOf, salutationOf } from './destination.ts';
import { renderAddressList } from './render/address-list-pdf.ts';
import { renderForms } from './render/forms-pdf.ts';
import { renderLabels } from './render/labels-pdf.ts';
import { renderLetters } from './render/letters-pdf.ts';
import type { PrintedLetterhead } from './render/printed-letter.ts';

/** Everything a run prints from, read at one moment. */
export interface PrintRun {
  readonly kind: PrintKind;
  readonly wave: LetterWave;
  readonly round: PrintedRound;
  readonly letterhead: PrintedLetterhead;
  readonly today: Day;
  readonly recipients: readonly Recipient[];
  /** Everybody of the round, for the list of who gets no post. */
  readonly all: readonly Recipient[];
  /** Packs per version, by `packKey`. */
  readonly packs: ReadonlyMap<string, InstrumentPacks>;
}

export const packKey = ({ gfiVersion, imesaVersion }: Pick<Recipient, 'gfiVersion' | 'imesaVersion'>): string =>
  `${gfiVersion} ${imesaVersion}`;

export interface OnlineAddress {
  readonly address: string;
  readonly link: string;
}

/** Draws one run. `accessCodes` are those of the letters, in the order of the recipients. */
export function renderRun(
  run: PrintRun,
  online: OnlineAddress,
  accessCodes: readonly string[],
  onLetter: (done: number) => Promise<void>,
): Promise<Buffer> {
  const { letterhead, round, wave, today } = run;
  const title = { round: round.name, wave: text(`letters.wave.${wave}`) };
  if (run.kind === 'LABELS')
    return renderLabels(text('letters.labels.title', title), run.recipients.map(({ destination }) => destination?.lines ?? [])); // prettier-ignore
  if (run.kind === 'ADDRESS_LIST') return renderAddressList(addressList(run, title));
  if (run.kind === 'FORMS') return renderForms(text('letters.forms.title', title), run.recipients.map((one) => formOf(run, one)), onLetter); // prettier-ignore
  const printed = run.recipients.map((one, index) => {
    const { client, ...form } = formOf(run, one);
    const codes = { formCode: client.formCode, accessCode: accessCodes[index] ?? '' };
    const { largePrint, packs } = form;
    return { clientName: client.name, birthDate: client.birthDate, largePrint, packs, ...codes, addressLines: one.destination?.lines ?? [], salutation: salutationOf(one.addressee) }; // prettier-ignore
  });
  return renderLetters(
    { letterhead, wave, roundName: round.name, returnBy: round.returnBy, today, online },
    printed,
    onLetter,
  );
}

function formOf({ letterhead, round, packs }: PrintRun, one: Recipient) {
  const pack = packs.get(packKey(one));
  if (pack === undefined) throw new Error('a pack was expected');
  const client = { name: fullName(one.addressee.name), birthDate: one.birthDate, formCode: one.formCode };
  return { letterhead, roundName: round.name, packs: pack, largePrint: one.largePrint, client };
}

function addressList({ letterhead, today, recipients, all }: PrintRun, title: { round: string; wave: string }) {
  const line = (one: Recipient) => ({
    name: listName(one.addressee.name),
    birthDate: one.birthDate,
    address: (one.destination?.lines ?? [personOf(one.addressee)]).slice(1).join(', '),
    marks: [
      ...(one.largePrint ? [text('letters.addressList.largePrint')] : []),
      ...(one.destination?.isCareOf === true ? [text('letters.addressList.careOf')] : []),
      ...(isByHand(one.refusal) ? [text(`letters.refusal.${one.refusal}`)] : []),
    ],
  });
  return {
    heading: text('letters.addressList.heading', title),
    practice: letterhead.name,
    madeOn: today,
    letters: recipients.map(line),
    byHand: all.filter(({ refusal }) => isByHand(refusal)).map(line),
  };
}
