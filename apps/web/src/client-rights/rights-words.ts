import { findText } from '@samenoud/texts';
import { dayOfInstant, formatDutchDay, isDay } from '@samenoud/domain';

/** A field or question of the history in Dutch; a question keeps its number. */
export function fieldWords(field: string): string {
  const question = /^(gfi|imesa)-(\d+)$/.exec(field);
  if (question) return `${question[1] === 'gfi' ? 'GFI' : 'INTERMED'} ${Number(question[2])}`;
  return findText(`clientRights.fields.${field}`) ?? field;
}

/** A value in Dutch words, where it is a code, a day, or yes and no. */
export function valueWords(value: string | null): string {
  if (value === null || value === '') return findText('clientRights.nothing') ?? '';
  if (value === 'true' || value === 'false')
    return findText(`clientRights.${value === 'true' ? 'yes' : 'no'}`) ?? value;
  if (isDay(value)) return formatDutchDay(value);
  return findText(`clientRights.codes.${value}`) ?? value;
}

export const dayWords = (instant: string): string => formatDutchDay(dayOfInstant(Date.parse(instant)));
