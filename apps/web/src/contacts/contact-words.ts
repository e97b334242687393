import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { Contact } from './contact-queries.ts';

/** "30-11-2026 huisbezoek, Els Bakker". */
export function contactHead({ on, type, recordedBy, reached }: Contact, nameOf: (id: string | null) => string): string {
  const what = reached === false ? `${text(`contacts.type.${type}`)} (${text('contacts.notReached')})` : text(`contacts.type.${type}`); // prettier-ignore
  const head = `${formatDutchDay(on)} ${what}`;
  return recordedBy === null ? head : `${head}, ${nameOf(recordedBy)}`;
}

/** Who was there, and when again. */
export function contactLines({ present, next }: Contact): string[] {
  return [...(present === null ? [] : [text('contacts.withPresent', { present })]), ...(next ? [nextWords(next)] : [])];
}

function nextWords({ on, type, time }: NonNullable<Contact['next']>): string {
  const day = formatDutchDay(on);
  const what = [type === null ? undefined : text(`contacts.type.${type}`), time ?? undefined].filter(Boolean).join(' ');
  return what === '' ? text('contacts.next', { day }) : text('contacts.nextWith', { day, what });
}
