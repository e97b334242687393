import { DomainError } from '../platform/http/problem.ts';
import { requestContext } from '../platform/request/request-context.ts';
import type { ResponseRow } from './response-row.ts';

const isClient = (): boolean => requestContext().user.role === 'RESPONDENT';

/** A form that its client began online and somebody of the practice took over is closed to the client. */
export function refuseTakenOver({ channel }: Pick<ResponseRow, 'channel'>): void {
  if (isClient() && channel !== 'ONLINE') throw new DomainError('QUESTIONNAIRE_WITH_PRACTICE');
}

/**
 * A form that its client fills in online is hers, until somebody of the practice says how the answers come in from now on
 * (`channel`): answers of two sources never mix unseen.
 */
export function refuseWithoutTakeOver(row: Pick<ResponseRow, 'channel'>, channel?: string | null): void {
  if (!isClient() && row.channel === 'ONLINE' && (channel ?? 'ONLINE') === 'ONLINE')
    throw new DomainError('ONLINE_IN_PROGRESS');
}
