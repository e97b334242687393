import { LETTER_WAVES, type LetterWave } from '@samenoud/domain';
import { BooleanField, CodeField, IdsField } from '../platform/http/fields.ts';

/** What can be printed of a wave: letters with questionnaire, questionnaires to hand over, labels, or the list to check. */
export const PRINT_KINDS = ['LETTERS', 'FORMS', 'LABELS', 'ADDRESS_LIST'] as const;
export type PrintKind = (typeof PRINT_KINDS)[number];

export class MakeLetters {
  @CodeField(LETTER_WAVES) wave: LetterWave;

  @CodeField(PRINT_KINDS, { optional: true, description: 'Default LETTERS.' }) kind?: PrintKind;

  @IdsField({
    optional: true,
    description:
      'Only for these invitations, also when their letter of this wave was made before (a jammed printer) or came back and the address has been looked up. Who may get no letter is left out all the same.',
  })
  invitationIds?: (string | null)[];

  @BooleanField({
    optional: true,
    description: 'Instead: everybody whose letter of this wave was made before, because the file or the paper is gone.',
  })
  again?: boolean;
}
