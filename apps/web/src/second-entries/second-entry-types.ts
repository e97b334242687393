import type { components } from '@samenoud/api-client';
import type { Answer, Answers, EntryDifference } from '@samenoud/domain';

type View = components['schemas']['SecondEntryView'];

export type SecondEntryItem = components['schemas']['SecondEntryItem'];
/** The document cannot say what an answer may be; the domain can. */
export type SecondEntry = Omit<View, 'answers' | 'differences'> & {
  answers?: Answers;
  differences?: readonly EntryDifference[];
};
export type ErrorRate = components['schemas']['EntryErrorRate'];

/** The answer of one of the two entries, or what the paper says after all. */
export type Choice = 'FIRST' | 'SECOND' | { answer: Answer };
