import {
  LETTER_REFUSALS,
  LETTER_WAVES,
  LETTERHEAD_REQUIRED,
  type LetterRefusal,
  type LetterWave,
} from '@samenoud/domain';
import { CodeField, CodesField, IntegerField, ListField } from '../platform/http/fields.ts';

const COUNT = { min: 0, max: 2_147_483_647 } as const;

class RefusalCount {
  @CodeField(LETTER_REFUSALS) reason: LetterRefusal;
  @IntegerField(COUNT) count: number;
}

export class WaveLetters {
  @CodeField(LETTER_WAVES) wave: LetterWave;
  @IntegerField({ ...COUNT, description: 'Who gets a letter of this wave, now.' }) gets: number;
  @IntegerField({ ...COUNT, description: 'Whose letter of this wave was made before.' }) again: number;
  @IntegerField({ ...COUNT, description: 'Whose questionnaire goes by hand, by a visit or by phone.' }) byHand: number;
  @ListField(() => RefusalCount, { max: LETTER_REFUSALS.length, description: 'Who gets none, and why.' })
  getsNot: RefusalCount[];
}

export class RoundLetters {
  @CodesField(LETTERHEAD_REQUIRED, { description: 'What the letterhead misses before letters can be made.' })
  missing: string[];
  @ListField(() => WaveLetters, { max: LETTER_WAVES.length }) waves: WaveLetters[];
}
