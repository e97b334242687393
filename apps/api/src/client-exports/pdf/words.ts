import { formatDutchDay, isDay } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import type { ExportedRecord } from '../exported-record.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;

/** A time the way people in the Netherlands write it. */
export function dutchTime(instant: string): string {
  const at = new Date(instant.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'));
  return Number.isNaN(at.getTime())
    ? instant
    : at.toLocaleString('nl-NL', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'short' });
}

export const fieldName = (field: string): string => findText(`clientRights.fields.${field}`) ?? field;

/** A value in Dutch words: days, times, codes and names instead of what they are stored as. Empty where there is nothing to say. */
export function words(record: ExportedRecord, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return text(value ? 'clientRights.yes' : 'clientRights.no');
  if (Array.isArray(value)) return value.map((one) => words(record, one)).join(', ');
  if (typeof value === 'object') return pairs(record, value);
  return typeof value === 'string' ? wordsOfText(record, value) : JSON.stringify(value);
}

function wordsOfText(record: ExportedRecord, value: string): string {
  if (UUID.test(value)) return nameOf(record, value) ?? value;
  if (isDay(value)) return formatDutchDay(value);
  if (value.startsWith('["') || value.startsWith('("')) return period(value);
  if (INSTANT.test(value)) return dutchTime(value);
  return findText(`clientRights.codes.${value}`) ?? value;
}

function pairs(record: ExportedRecord, values: object): string {
  const named = Object.entries(values).map(([key, value]: [string, unknown]) => {
    const name = fieldName(key.replace(/_([a-z0-9])/g, (_, sign: string) => sign.toUpperCase()));
    return `${name}: ${words(record, value) || text('clientRights.nothing')}`;
  });
  return named.join('; ');
}

function period(range: string): string {
  const [from = '', until = ''] = range.replaceAll(/["[\]()]/g, '').split(',');
  return until === ''
    ? text('clientRights.export.since', { from: dutchTime(from) })
    : text('clientRights.export.period', { from: dutchTime(from), until: dutchTime(until) });
}

function nameOf({ colleagues, organisations }: ExportedRecord, id: string): string | undefined {
  const person = colleagues.find(({ userId }) => userId === id);
  if (person) return `${person.displayName} (${findText(`clientRights.codes.${person.role}`) ?? person.role})`;
  return organisations.find((organisation) => organisation.id === id)?.name;
}
