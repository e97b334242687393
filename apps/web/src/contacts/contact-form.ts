import {
  contactDayFaults,
  type ContactType,
  nextContactDays,
  type SignalType,
  signalNeedsText,
} from '@samenoud/domain';
import { findErrorText, text } from '@samenoud/texts';
import type { Contact, NewContact } from './contact-queries.ts';

/** Whether the next contact is on an offered day, another day, or none; an offered day is its own key. */
export type NextChoice = string;
export const OTHER_DAY = 'OTHER';
export const NO_NEXT = 'NONE';

/** What the form holds while somebody types. */
export interface ContactValues {
  readonly type: ContactType;
  readonly on: string | undefined;
  readonly reached: boolean;
  readonly present: string;
  readonly note: string;
  readonly next: NextChoice;
  readonly nextOn: string | undefined;
  readonly nextType: ContactType | '';
  readonly nextTime: string;
  readonly signal: SignalType | '';
  readonly signalText: string;
}

export const emptyContact = (today: string): ContactValues => ({
  type: 'HOME_VISIT',
  on: today,
  reached: true,
  present: '',
  note: '',
  next: NO_NEXT,
  nextOn: undefined,
  nextType: '',
  nextTime: '',
  signal: '',
  signalText: '',
});

export const valuesOf = (contact: Contact, today: string): ContactValues => ({
  ...emptyContact(today),
  type: contact.type,
  on: contact.on,
  reached: contact.reached ?? true,
  present: contact.present ?? '',
  note: contact.note ?? '',
  next: contact.next === null ? NO_NEXT : OTHER_DAY,
  nextOn: contact.next?.on,
  nextType: contact.next?.type ?? '',
  nextTime: contact.next?.time ?? '',
});

/** The offered days in words: over 1 week, over 2 weken … */
export function nextChoices(today: string): { code: NextChoice; label: string }[] {
  const weeks = (index: number): number => [1, 2, 4, 13][index] ?? 0;
  const offered = nextContactDays(today).map((day, index) => ({
    code: day,
    label: weeks(index) === 1 ? text('contacts.form.inOneWeek') : text('contacts.form.inWeeks', { n: weeks(index) }),
  }));
  return [
    { code: NO_NEXT, label: text('contacts.form.none') },
    ...offered,
    { code: OTHER_DAY, label: text('contacts.form.otherDay') },
  ];
}

function nextDayOf({ next, nextOn }: ContactValues): string | undefined {
  if (next === NO_NEXT) return undefined;
  return next === OTHER_DAY ? nextOn : next;
}

export type ContactField = 'on' | 'next.on' | 'next.time' | 'signals.0.text';

/** What is wrong, by the names the API uses; empty when it can be sent. */
export function faultsOf(values: ContactValues, today: string): Partial<Record<ContactField, string>> {
  const required = text('actions.form.dueOnRequired');
  const nextOn = nextDayOf(values);
  const days = values.on === undefined ? {} : contactDayFaults({ on: values.on, nextOn: nextOn ?? null }, today);
  const dayText = (code: string | undefined): string | undefined => (code === undefined ? undefined : findErrorText(code)); // prettier-ignore
  const onFault = values.on === undefined ? required : dayText(days.on);
  const nextFault = values.next === OTHER_DAY && nextOn === undefined ? required : dayText(days.nextOn);
  const isTime = values.nextTime.trim() === '' || timeOf(values.nextTime) !== undefined;
  const lacksText = values.signal !== '' && signalNeedsText(values.signal) && values.signalText.trim() === '';
  return {
    ...(onFault !== undefined && { on: onFault }),
    ...(nextFault !== undefined && { 'next.on': nextFault }),
    ...(values.next !== NO_NEXT && !isTime && { 'next.time': text('errors.INVALID_TIME') }),
    ...(lacksText && { 'signals.0.text': text('signals.form.textRequired') }),
  };
}

/** A time typed as people do, `9:30`, `0930` or `09.30`, or undefined when it is none. */
export function timeOf(typed: string): string | undefined {
  const match = /^(\d{1,2})[:.]?(\d{2})$/.exec(typed.trim());
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** What goes to the API; call it without faults. A correction has no signal. */
export function contactBody(values: ContactValues): NewContact {
  const nextOn = nextDayOf(values);
  const words = values.signalText.trim();
  return {
    ...(values.on !== undefined && { on: values.on }),
    type: values.type,
    reached: values.reached,
    present: values.present.trim() === '' ? null : values.present.trim(),
    note: values.note.trim() === '' ? null : values.note.trim(),
    next:
      nextOn === undefined
        ? null
        : { on: nextOn, type: values.nextType === '' ? null : values.nextType, time: timeOf(values.nextTime) ?? null },
    ...(values.signal !== '' && { signals: [{ type: values.signal, text: words === '' ? null : words }] }),
  };
}
