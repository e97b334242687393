import { type Answers, type InstrumentPacks, itemsOf } from '@samenoud/domain';
import type { Completed, Response } from './profile-types.ts';

/** An empty form: every question of both lists is open. It counts as not returned. */
function isEmpty({ assessment }: Completed, packs: InstrumentPacks): boolean {
  const { gfi, imesa } = assessment.instruments;
  return gfi.missing.length + imesa.missing.length === itemsOf(packs).length;
}

const isCompleted = (response: Response): response is Completed =>
  response.status === 'COMPLETED' && response.assessment !== undefined && response.completedOn !== null;

/** Completed forms of which neither score nor class is shared. */
export const partlyShared = (responses: readonly Response[]): readonly Response[] =>
  responses.filter(
    ({ status, hidden }) => status === 'COMPLETED' && hidden?.some(({ pointer }) => pointer === '/assessment'),
  );

/** The form with this id, as long as nothing took its place. */
export const completedResponse = (responses: readonly Response[], id: string | undefined): Completed | undefined =>
  responses.filter(isCompleted).find((response) => response.id === id);

/** The responses that count, newest first: by the day they were filled in, then by when they were entered. */
export function validResponses(
  responses: readonly Response[],
  packsOf: (response: Response) => InstrumentPacks,
): readonly Completed[] {
  const order = ({ completedOn, completedAt }: Completed): string => `${completedOn} ${completedAt ?? ''}`;
  return responses
    .filter(isCompleted)
    .filter((response) => !isEmpty(response, packsOf(response)))
    .toSorted((a, b) => (order(a) < order(b) ? 1 : -1));
}

/** The newest completed form when it holds no answer at all: it says nothing, and somebody has to phone. */
export function emptyForm(
  responses: readonly Response[],
  packsOf: (response: Response) => InstrumentPacks,
): Completed | undefined {
  return responses.filter(isCompleted).find((response) => isEmpty(response, packsOf(response)));
}

/** Other forms than this one on which something was written online that nobody has read yet. */
export const unreadRemarks = (responses: readonly Response[], exceptId: string | undefined): readonly Response[] =>
  responses.filter(
    ({ id, status, remark, remarkRead }) =>
      id !== exceptId && status === 'COMPLETED' && Boolean(remark) && remarkRead?.at === null,
  );

/** Whether the scores are in the answer; for an assistant it holds the class only. */
export const showsScores = ({ assessment }: Completed): boolean => assessment.instruments.gfi.lower !== undefined;

/**
 * The answers as far as they are shared: those of the form, or those the score was added up from. Undefined where there are none to
 * show, as of a form of which only totals are known: its questions are not left blank.
 */
export function answersOf({ answers, assessment, entryMode }: Completed): Answers | undefined {
  if (entryMode === 'SCORE_ONLY') return undefined;
  if (answers !== undefined) return answers;
  const { gfi, imesa } = assessment.instruments;
  const given = [...(gfi.contributions ?? []), ...(imesa.contributions ?? [])];
  return given.length === 0 ? undefined : Object.fromEntries(given.map(({ item, answer }) => [item, answer]));
}
