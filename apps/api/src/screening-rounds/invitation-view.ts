import { type Day, formatPhone, listName, nextStepOf, type PersonName, type RoundNextStep } from '@samenoud/domain';
import { nameParts } from './client-label.ts';
import type { InvitationView, InvitedClient } from './invitation.dto.ts';
import { FROM_INVITATION, INVITATION_COLUMNS, type InvitationRow } from './invitation-row.ts';

/** An invitation with the label of its client and the days of its round. */
export interface ShownRow extends InvitationRow {
  readonly name: PersonName;
  readonly birthDate: Day;
  readonly phone: string | null;
  readonly noPost: boolean;
  readonly interpreter: boolean;
  readonly language: string;
  readonly hearing: string;
  readonly preferredMoment: string | null;
  readonly roundName: string;
  readonly invitationOn: Day | null;
  readonly reminder1On: Day | null;
  readonly reminder2On: Day | null;
}

export const SELECT_SHOWN = `SELECT ${INVITATION_COLUMNS}, ${nameParts('c')}, c.birth_date AS "birthDate", c.phone, c.no_post AS "noPost",
  c.interpreter, c.language, c.hearing, c.preferred_moment AS "preferredMoment", r.name AS "roundName",
  r.invitation_on AS "invitationOn", r.reminder_1_on AS "reminder1On", r.reminder_2_on AS "reminder2On"
  ${FROM_INVITATION} WHERE i.practice_id = ctx.practice_id()`;

export function invitedClient(row: ShownRow): InvitedClient {
  const { noPost, interpreter, language, hearing, preferredMoment } = row;
  return {
    id: row.clientId,
    name: listName(row.name),
    birthDate: row.birthDate,
    phone: row.phone === null ? null : formatPhone(row.phone),
    status: row.clientStatus,
    noPost,
    interpreter,
    language,
    hearing,
    preferredMoment,
  };
}

/** What is next, by the one rule; nothing for who is no longer an active client or whose round was cancelled. */
export function nextStepFor(row: ShownRow): RoundNextStep | null {
  if (row.clientStatus !== 'ACTIVE' || row.roundState === 'CANCELLED') return null;
  return nextStepOf({ ...row, round: row });
}

export function invitationView(row: ShownRow): InvitationView {
  const { id, version, roundId, state, formCode, route, sentOn, reminded1On, reminded2On, undeliverableOn, phonedOn } =
    row;
  const { exitReason, refusesLater, responseId, askingClosedAt, madeAt } = row;
  return {
    id, version, roundId, client: invitedClient(row), state, formCode, route, sentOn, reminded1On, reminded2On, undeliverableOn,
    phonedOn, exitReason, refusesLater, responseId, askingClosedAt, madeAt, nextStep: nextStepFor(row),
  }; // prettier-ignore
}
