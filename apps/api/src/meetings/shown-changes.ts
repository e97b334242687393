import { text } from '@samenoud/texts';
import type { ResponseChange } from '../questionnaires/response-changes.service.ts';
import type { ReviewedAnswer } from './profile-review.dto.ts';

type Totals = NonNullable<ResponseChange['now']>;
const bounds = ({ lower, upper }: Totals['gfi']): Totals['gfi'] => ({ lower, upper });

/** Totals of a form as they are shown, without what else the assessment holds. */
export const totals = ({ gfi, imesa }: Totals): Totals => ({ gfi: bounds(gfi), imesa: bounds(imesa) });

/** Answers that changed, in words. */
export const answersChanged = (changes: ResponseChange['changes']): ReviewedAnswer[] =>
  changes.map(({ number, item, before, now }) => ({
    number,
    label: item.label,
    before: shownWords(before),
    now: shownWords(now),
  }));

type Shown = ResponseChange['changes'][number]['now'];
const shownWords = (shown: Shown): string =>
  'words' in shown ? shown.words : text(`profiles.answer.${shown.without}`);
