import { type InstrumentPacks, isBlankForm, isCompletedForm } from '@samenoud/domain';
import type { Completed, Response } from './profile-types.ts';

/** Completed forms of which neither score nor class is shared. */
export const partlyShared = (responses: readonly Response[]): readonly Response[] =>
  responses.filter(
    ({ status, hidden }) => status === 'COMPLETED' && hidden?.some(({ pointer }) => pointer === '/assessment'),
  );

/** The form with this id, as long as nothing took its place. */
export const completedResponse = (responses: readonly Response[], id: string | undefined): Completed | undefined =>
  responses.filter(isCompletedForm).find((response) => response.id === id);

/** The newest completed form when it holds no answer at all: it says nothing, and somebody has to phone. */
export function emptyForm(
  responses: readonly Response[],
  packsOf: (response: Response) => InstrumentPacks,
): Completed | undefined {
  return responses.filter(isCompletedForm).find((response) => isBlankForm(response, packsOf(response)));
}

/** Other forms than this one on which something was written online that nobody has read yet. */
export const unreadRemarks = (responses: readonly Response[], exceptId: string | undefined): readonly Response[] =>
  responses.filter(
    ({ id, status, remark, remarkRead }) =>
      id !== exceptId && status === 'COMPLETED' && Boolean(remark) && remarkRead?.at === null,
  );

/** Whether the scores are in the answer; for an assistant it holds the class only. */
export const showsScores = ({ assessment }: Completed): boolean => assessment.instruments.gfi.lower !== undefined;
