import { query } from '../platform/request/request-context.ts';
import type { CodePlace } from './respondent.ts';
import { findInvitedForm } from './invited-form.ts';

/** What has to be known of an access code before the birth date is compared. */
export interface BehindCode {
  readonly place: Omit<CodePlace, 'practiceId'>;
  readonly clientId: string;
  readonly birthDate: string;
  /** The form that was begun online for this invitation, and is to be gone on with. */
  readonly ownFormId: string | null;
}

interface Place {
  readonly practiceName: string;
  readonly organisationId: string;
  readonly organisationName: string;
}

const PLACE = `SELECT p.name AS "practiceName", o.id AS "organisationId", o.name AS "organisationName",
    set_config('app.org_id', o.id::text, true) AS org, set_config('app.scope', 'practice', true) AS scope
  FROM care.practice p JOIN care.organisation o ON o.practice_id = p.id AND o.kind = 'PRACTICE' WHERE p.id = ctx.practice_id()`;

/** Looks what an invitation is about, as its practice would. Takes the same steps where there is none. */
export async function lookBehindCode(invitationId: string): Promise<BehindCode | undefined> {
  const [place] = await query<Place>(PLACE);
  const form = await findInvitedForm(invitationId);
  if (!place || !form) return undefined;
  const { practiceName, organisationId, organisationName } = place;
  const { clientId, birthDate, isOwnForm, inProgressId } = form;
  return {
    place: { practiceName, organisationId, organisationName },
    clientId,
    birthDate,
    ownFormId: isOwnForm ? inProgressId : null,
  };
}
