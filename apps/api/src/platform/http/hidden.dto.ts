import { CodeField, TextField } from './fields.ts';

/** A part of an answer that the asker may not see: that it is hidden and why, never what. */
export class HiddenPart {
  @TextField({ max: 200, example: '/profile' }) pointer: string;
  @CodeField(['ROLE', 'NO_BASIS', 'RESTRICTED']) code: string;
}
