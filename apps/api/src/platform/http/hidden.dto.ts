import { CodeField, TextField } from './fields.ts';

/** A part of an answer that the asker may not see: that it is hidden and why, never what. */
export class HiddenPart {
  @TextField({ max: 200, example: '/profile' }) pointer: string;
  @CodeField(['ROLE', 'NO_BASIS', 'RESTRICTED']) code: string;
}

/** Why a part is left out. Where the relation does not reach it, as with emergency access, it is the role that has no right to it. */
export const hiddenCode = (code: string): string => (code === 'NOT_FOUND' ? 'ROLE' : code);
