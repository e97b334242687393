import { text } from '@samenoud/texts';
import type { EntryItem } from './entry-item.ts';
import type { Refusal } from './entry-state.ts';

/** "1, 2 of 3" */
function listOf(keys: readonly string[]): string {
  const last = keys.at(-1) ?? '';
  return keys.length < 2 ? last : text('entry.refused.or', { list: keys.slice(0, -1).join(', '), last });
}

/** The word that goes with a refused key: what can be pressed here. */
export function refusalText(refusal: Refusal, item: EntryItem): string {
  if (refusal.code === 'USE_MARK') return text('entry.refused.useMark');
  if (refusal.code === 'ANSWER_FIRST') return text('entry.refused.answerFirst');
  if (refusal.code === 'SHEET_HAS_ANSWERS') return text('entry.refused.sheetHasAnswers');
  if (refusal.code === 'FIRST') return text('entry.refused.first');
  return text('entry.refused.useOneOf', { options: listOf(item.options.map(({ key }) => key)) });
}
