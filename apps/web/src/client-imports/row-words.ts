import { formatDutchDay, isDay, listName, type NameUse } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import type { ImportChange, ImportRow, NamesById } from './import-types.ts';

type Name = NonNullable<ImportRow['name']>;

export const nameWords = (name: Name | null): string =>
  name === null || name.family === ''
    ? text('clientImports.review.noName')
    : listName({ ...name, use: name.use as NameUse });

/** A stored value as people read it. */
function valueWords(field: ImportChange['field'], value: string | null, colleagues: NamesById): string {
  if (value === null || value === '') return text('clientImports.review.empty');
  if (field === 'gpId') return colleagues.get(value)?.displayName ?? value;
  if (field === 'birthDate') return isDay(value) ? formatDutchDay(value) : value;
  if (field === 'sex') return findText(`clients.form.sexes.${value}`) ?? value;
  if (field === 'nameUse') return findText(`clients.form.uses.${value}`) ?? value;
  return value;
}

export function changeWords({ field, from, to }: ImportChange, colleagues: NamesById): string {
  return text('clientImports.review.change', {
    field: text(`clientImports.key.${field}`),
    from: valueWords(field, from, colleagues),
    to: valueWords(field, to, colleagues),
  });
}

export function errorWords({ detail, value }: ImportRow['errors'][number]): string {
  return value === null ? detail : text('clientImports.errorWithValue', { error: detail, value });
}

export const keyWords = (fields: readonly string[]): string =>
  fields.map((field) => findText(`clientImports.key.${field}`) ?? field).join(', ');
