import { TextField } from './fields.ts';

/** The word of the practice for each profile. */
export class ProfileLabelsView {
  @TextField({ max: 30, example: 'Robuust' }) ROBUST: string;
  @TextField({ max: 30, example: 'Kwetsbaar' }) FRAIL: string;
  @TextField({ max: 30, example: 'Complex' }) COMPLEX: string;
}
