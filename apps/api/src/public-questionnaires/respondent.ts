import { text } from '@samenoud/texts';
import { DomainError } from '../platform/http/problem.ts';
import { RESPONDENT_HOURS } from '../platform/identity/respondent-store.ts';
import type { UserSession } from '../platform/identity/session.ts';
import { requestContext } from '../platform/request/request-context.ts';

const HOUR_MS = 3_600_000;

type Form = NonNullable<UserSession['form']>;

/** The practice an access code is of, before and after it is known whether the birth date is right. */
export interface CodePlace {
  readonly practiceId: string;
  readonly practiceName: string;
  readonly organisationId: string;
  readonly organisationName: string;
}

/** Who gives a code, for as long as there is no session: the person of one form, by no name. */
export function respondentOf(place: CodePlace, form: Form): UserSession {
  return {
    ...place,
    sessionId: form.responseId,
    accountId: form.responseId,
    userId: form.responseId,
    displayName: text('session.respondent'),
    role: 'RESPONDENT',
    bigNumber: null,
    organisationKind: 'PRACTICE',
    secondFactorAt: null,
    expiresAt: new Date(Date.now() + RESPONDENT_HOURS * HOUR_MS).toISOString(),
    form,
  };
}

/** The form of the session at hand. */
export function ownForm(): Form {
  const { form } = requestContext().user;
  if (!form) throw new DomainError('ROLE');
  return form;
}

/** @throws DomainError NOT_FOUND for any form but that of the session. */
export function refuseOtherForm(responseId: string): void {
  if (responseId !== ownForm().responseId) throw new DomainError('NOT_FOUND');
}
