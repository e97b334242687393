import { ACCESS_CODE_LENGTH, type Day, dayOf, readAccessCode, readCrockford, showAccessCode } from '@samenoud/domain';
import { text } from '@samenoud/texts';

/** As typed. */
export type AccessInput = { code: string; day: string; month: string; year: string };
export const NOTHING_TYPED: AccessInput = { code: '', day: '', month: '', year: '' };

export type AccessFault = { field: keyof AccessInput; sentence: string };

/** A code as it stands in the letter, so that the two can be compared; what is no code stays as it is. */
export function asPrinted(typed: string): string {
  const code = readAccessCode(typed);
  return code === null ? typed : showAccessCode(code);
}

const DIGITS = /^\d+$/;

/** What is wrong with the code, and what to do; undefined when it can be one. */
function codeFault(typed: string): string | undefined {
  if (typed.trim() === '') return text('publicQuestionnaire.access.codeMissing');
  const letters = readCrockford(typed);
  if (letters === null) return text('publicQuestionnaire.access.codeCharacter');
  if (letters.length === ACCESS_CODE_LENGTH) return undefined;
  return text('publicQuestionnaire.access.codeLength', { n: letters.length });
}

/** A day from three boxes; undefined for one that does not exist, and for a year that is not of a living person. */
export function birthDateOf({ day, month, year }: AccessInput): Day | undefined {
  const [d, m, y] = [day, month, year].map((box) => box.trim());
  if (![d, m, y].every((box) => DIGITS.test(box ?? '')) || y?.length !== 4) return undefined;
  return dayOf(Number(y), Number(m), Number(d));
}

function birthDateFault(input: AccessInput): AccessFault | undefined {
  const empty = (['day', 'month', 'year'] as const).find((box) => input[box].trim() === '');
  if (empty !== undefined) return { field: empty, sentence: text('publicQuestionnaire.access.dateMissing') };
  if (birthDateOf(input) !== undefined) return undefined;
  const field = input.year.trim().length === 4 ? 'day' : 'year';
  return { field, sentence: text('publicQuestionnaire.access.dateWrong') };
}

/** Everything that has to be looked at again, in the order of the page. */
export function accessFaults(input: AccessInput): readonly AccessFault[] {
  const code = codeFault(input.code);
  const birthDate = birthDateFault(input);
  return [
    ...(code === undefined ? [] : [{ field: 'code' as const, sentence: code }]),
    ...(birthDate ? [birthDate] : []),
  ];
}

/** What is sent; undefined while something has to be looked at again. */
export function accessBody(input: AccessInput): { code: string; birthDate: Day } | undefined {
  const code = readAccessCode(input.code);
  const birthDate = birthDateOf(input);
  return code === null || birthDate === undefined ? undefined : { code, birthDate };
}
