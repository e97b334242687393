import { DomainError } from '../platform/http/problem.ts';
import type { ResponseView } from '../questionnaires/online-forms.service.ts';
import { practiceContact } from './practice-contact.ts';
import type { PublicResponse } from './public-questionnaire.dto.ts';

/** What the person who fills in a form sees of it. A form that is done shows nothing any more. */
export function publicResponse(response: ResponseView): PublicResponse {
  const { id, version, status, completedOn, completedBy, completedWithHelpOf, answers, remark } = response;
  const head = { id, version, status, completedOn, completedBy, completedWithHelpOf };
  return status === 'IN_PROGRESS' ? { ...head, answers: answers ?? {}, remark: remark ?? null } : head;
}

/** Why nothing can be answered in a form any more, with whom to call. */
export async function formIsOver(status: string): Promise<DomainError> {
  const code = status === 'VOID' ? 'QUESTIONNAIRE_CLOSED' : 'QUESTIONNAIRE_ANSWERED';
  return new DomainError(code, { extra: { practice: await practiceContact() } });
}

/** Runs a call of the questionnaires for a respondent: its answer, and the `current` of a refusal, are cut down to hers. */
export async function forRespondent(call: () => Promise<ResponseView>): Promise<PublicResponse> {
  try {
    return publicResponse(await call());
  } catch (error) {
    const current = error instanceof DomainError ? error.extra['current'] : undefined;
    if (!(error instanceof DomainError) || current === undefined) throw error;
    const now = publicResponse(current as ResponseView);
    throw now.status === 'IN_PROGRESS'
      ? new DomainError(error.code, { extra: { current: now } })
      : await formIsOver(now.status);
  }
}
