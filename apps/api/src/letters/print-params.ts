import type { LetterWave } from '@samenoud/domain';
import type { PrintKind } from './letter.dto.ts';

export const PRINT_JOB = 'LETTERS';

/** What the printed paper is called in the access log. */
export const PRINT_OBJECT: Readonly<Record<PrintKind, string>> = {
  LETTERS: 'LETTERS',
  FORMS: 'FORMS',
  LABELS: 'ADDRESS_LABELS',
  ADDRESS_LIST: 'ADDRESS_LIST',
};

/** What was asked for; ids and codes only. */
export interface PrintParams {
  readonly roundId: string;
  readonly wave: LetterWave;
  readonly kind: PrintKind;
  readonly invitationIds?: readonly string[];
  readonly again?: boolean;
}
