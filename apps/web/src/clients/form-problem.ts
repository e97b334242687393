import { parseDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { ApiProblem, isProblem } from '../platform/problem.ts';

/** A refusal of our own, in the shape of the server's, so that there is one way to show one. */
export function fieldProblem(errors: Readonly<Record<string, string>>): ApiProblem | undefined {
  const entries = Object.entries(errors);
  if (entries.length === 0) return undefined;
  return new ApiProblem({
    status: 400,
    code: 'INVALID_INPUT',
    detail: text('errors.INVALID_INPUT'),
    errors: entries.map(([field, detail]) => ({
      pointer: `/${field.replaceAll('.', '/')}`,
      code: 'REQUIRED',
      detail,
    })),
  });
}

const FIELD_OF_CODE: Readonly<Record<string, string>> = { BSN_IN_USE: 'bsn', HIS_NUMBER_IN_USE: 'hisNumber' };

/** A number that is in use is said at its field. */
export function atField(error: unknown): unknown {
  const field = isProblem(error) ? FIELD_OF_CODE[error.code] : undefined;
  return field !== undefined && isProblem(error) ? fieldProblem({ [field]: error.detail }) : error;
}

/** Days that were typed but are no days: they would be lost without a word, so the form is not sent. */
export function unreadableDays(form: HTMLFormElement): Record<string, string> {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[data-day]')];
  const wrong = inputs.filter(({ value }) => value.trim() !== '' && parseDutchDay(value) === undefined);
  return Object.fromEntries(wrong.map(({ id }) => [id, text('common.date.invalid')]));
}
