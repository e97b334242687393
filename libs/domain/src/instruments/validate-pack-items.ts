import { GROUPINGS } from './instrument-pack.ts';
import type { ChoiceAnswer, InstrumentItem } from './instrument-pack.ts';
import { duplicates, isRecord, textProblems, unknownFields, wholeNumberProblems } from './pack-problem.ts';
import type { PackProblem } from './pack-problem.ts';

const LABEL_LIMIT = 100;
const TEXT_LIMIT = 1000;
const ITEM_FIELDS = ['id', 'position', 'label', 'text', 'answer', ...GROUPINGS];

function optionProblems(option: unknown, pointer: string, shipped: ChoiceAnswer): PackProblem[] {
  if (!isRecord(option)) return [{ pointer, code: 'INVALID' }];
  const sameCode = shipped.options.find(({ code }) => code === option['code']);
  const problems = unknownFields(option, pointer, ['code', 'label', 'score', 'key']);
  problems.push(...textProblems(option['label'], `${pointer}/label`, TEXT_LIMIT));
  if (sameCode === undefined) problems.push({ pointer: `${pointer}/code`, code: 'WRONG_STRUCTURE' });
  else if (sameCode.score !== option['score']) problems.push({ pointer: `${pointer}/score`, code: 'WRONG_STRUCTURE' });
  const key = option['key'];
  if (typeof key !== 'string' || !/^\d$/.test(key)) problems.push({ pointer: `${pointer}/key`, code: 'INVALID' });
  return problems;
}

function choiceProblems(options: unknown, pointer: string, shipped: ChoiceAnswer): PackProblem[] {
  if (!Array.isArray(options) || options.length !== shipped.options.length)
    return [{ pointer, code: 'WRONG_STRUCTURE' }];
  const records = options.map((option: unknown) => (isRecord(option) ? option : {}));
  return [
    ...options.flatMap((option, index) => optionProblems(option, `${pointer}/${index}`, shipped)),
    ...['code', 'key'].flatMap((field) =>
      duplicates(
        records.map((option) => option[field]),
        (index) => `${pointer}/${index}/${field}`,
      ),
    ),
  ];
}

function answerStructureProblems(answer: unknown, pointer: string, shipped: InstrumentItem['answer']): PackProblem[] {
  if (!isRecord(answer)) return [{ pointer, code: 'INVALID' }];
  const problems = unknownFields(answer, pointer, Object.keys(shipped));
  if (answer['kind'] !== shipped.kind) return [...problems, { pointer: `${pointer}/kind`, code: 'WRONG_STRUCTURE' }];
  if (shipped.kind === 'CHOICE')
    return [...problems, ...choiceProblems(answer['options'], `${pointer}/options`, shipped)];
  const limits = (['minimum', 'maximum', 'scoreOneUpTo'] as const).filter((limit) => answer[limit] !== shipped[limit]);
  return [
    ...problems,
    ...limits.map((limit) => ({ pointer: `${pointer}/${limit}`, code: 'WRONG_STRUCTURE' }) as const),
  ];
}

function itemProblems(item: unknown, pointer: string, shipped: readonly InstrumentItem[]): PackProblem[] {
  if (!isRecord(item)) return [{ pointer, code: 'INVALID' }];
  const same = shipped.find(({ id }) => id === item['id']);
  if (same === undefined) return [{ pointer: `${pointer}/id`, code: 'UNKNOWN_ITEM' }];
  const groups = GROUPINGS.filter((grouping) => item[grouping] !== same[grouping]);
  return [
    ...unknownFields(item, pointer, ITEM_FIELDS),
    ...wholeNumberProblems(item['position'], `${pointer}/position`, 1, shipped.length),
    ...textProblems(item['label'], `${pointer}/label`, LABEL_LIMIT),
    ...textProblems(item['text'], `${pointer}/text`, TEXT_LIMIT),
    ...groups.map((grouping) => ({ pointer: `${pointer}/${grouping}`, code: 'WRONG_STRUCTURE' }) as const),
    ...answerStructureProblems(item['answer'], `${pointer}/answer`, same.answer),
  ];
}

/** The items of a content pack: each known id once, positions 1..n once, groups and scores as shipped. */
export function itemListProblems(items: unknown, shipped: readonly InstrumentItem[]): PackProblem[] {
  if (!Array.isArray(items)) return [{ pointer: '/items', code: 'INVALID' }];
  if (items.length > shipped.length) return [{ pointer: '/items', code: 'WRONG_STRUCTURE' }];
  const records = items.map((item: unknown) => (isRecord(item) ? item : {}));
  const complete = shipped.every(({ id }) => records.some((item) => item['id'] === id));
  return [
    ...items.flatMap((item, index) => itemProblems(item, `/items/${index}`, shipped)),
    ...['id', 'position'].flatMap((field) =>
      duplicates(
        records.map((item) => item[field]),
        (index) => `/items/${index}/${field}`,
      ),
    ),
    ...(complete ? [] : [{ pointer: '/items', code: 'ITEM_MISSING' } as const]),
  ];
}
