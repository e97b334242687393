import { FORM_PAGES, type InstrumentItem, type InstrumentPacks, itemsOf } from '@samenoud/domain';
import type { PublicQuestion } from './public-questionnaire.dto.ts';

/** The questions of a form in the order of the paper one: words and answers, never what they score. */
export function questionsOf(packs: InstrumentPacks): PublicQuestion[] {
  const known = new Map(itemsOf(packs).map((item) => [item.id, item]));
  const ordered = FORM_PAGES.flatMap(({ items }) => items.flatMap((id) => known.get(id) ?? []));
  return ordered.map((item, index) => ({
    id: item.id,
    number: index + 1,
    text: item.text,
    isTopic: item.text === item.label,
    options: optionsOf(item),
  }));
}

function optionsOf({ answer }: InstrumentItem): PublicQuestion['options'] {
  if (answer.kind === 'CHOICE') return answer.options.map(({ code, label }) => ({ code, label }));
  const count = answer.maximum - answer.minimum + 1;
  const marks = Array.from({ length: count }, (_, index) => answer.minimum + index);
  return marks.map((code) => ({ code, label: String(code) }));
}
