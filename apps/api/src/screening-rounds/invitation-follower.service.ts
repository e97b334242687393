import { Injectable } from '@nestjs/common';
import {
  awaitsAnswer,
  type Day,
  type InvitationState,
  isLiveInvitation,
  mayStep,
  type ProposedProfile,
  receivedStateOf,
  stateAfterVoid,
  stepsBetween,
} from '@samenoud/domain';
import { invalidInput } from '../platform/http/problem.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import { holdInvitation, holdInvitationOf, type InvitationRow, newestInvitationOf } from './invitation-row.ts';
import { InvitationSteps, type StepKind } from './invitation-steps.service.ts';
import { type EnteredForm, SecondEntryMaker } from './second-entry-maker.service.ts';

/** The invitation a form answers, and the versions its questions were printed in. */
export interface Place {
  readonly invitationId: string;
  readonly roundId: string;
  readonly gfiVersion: string;
  readonly imesaVersion: string;
}

export interface FollowedForm extends EnteredForm {
  readonly place: Place | null;
  readonly emptyForm: boolean;
}

/** The invitation follows what happens to the response it asked for, in the same transaction. Source: `domain.md` 7. */
@Injectable()
export class InvitationFollower {
  constructor(
    private readonly steps: InvitationSteps,
    private readonly secondEntries: SecondEntryMaker,
  ) {}

  /**
   * Which invitation a form of this client answers: the one of the round that is named, else her live one, else the newest
   * that is still welcome. Throws 400 at /roundId for a round she was not invited in.
   */
  async placeOf(clientId: string, form: { roundId?: string | null; completedOn?: Day | null }): Promise<Place | null> {
    const row = await newestInvitationOf(clientId, form.roundId);
    if (!row) {
      if (form.roundId) throw invalidInput({ pointer: '/roundId', code: 'INVALID_ID' });
      return null;
    }
    if (!form.roundId && !(await isWelcome(row, form.completedOn ?? null))) return null;
    const { id, roundId, gfiVersion, imesaVersion } = row;
    return { invitationId: id, roundId, gfiVersion, imesaVersion };
  }

  /** A form was begun: the invitation points to it and stays where it is. */
  async begun(responseId: string, place: Place | null): Promise<void> {
    const row = place && (await holdInvitation(place.invitationId));
    if (row && row.responseId === null && awaitsAnswer(row.state)) await setResponse(row, responseId);
  }

  /** A form was completed: it may have to be entered again, and the invitation is received. */
  async completed(form: FollowedForm): Promise<void> {
    const cause = await this.secondEntries.make(form);
    const row =
      (await holdInvitationOf(form.responseId)) ?? (form.place && (await holdInvitation(form.place.invitationId)));
    if (!row || !(row.responseId === form.responseId || (await isWaiting(row)))) return;
    const to = receivedState(form, { hasSecondEntry: cause !== null, askingClosed: false });
    const before = row.beforeResponse ?? row.state;
    await setResponse(row, form.responseId, awaitsAnswer(row.state) ? before : row.beforeResponse);
    await this.step(row, to, 'RESPONSE');
  }

  /** An amendment took the place of a form. What second entry itself amended is not entered a third time. */
  async amended(oldId: string, form: FollowedForm, code: string | null): Promise<void> {
    const isChecked = code === 'SECOND_ENTRY';
    if (!isChecked) await this.secondEntries.drop(oldId);
    const cause = isChecked ? null : await this.secondEntries.make(form);
    const row = await holdInvitationOf(oldId);
    if (!row) return;
    await setResponse(row, form.responseId, row.beforeResponse);
    const askingClosed = row.askingClosedAt !== null;
    const to = receivedState(form, { hasSecondEntry: cause !== null, askingClosed });
    await this.step(row, to, 'AMENDMENT', code);
  }

  /** The form does not count: the invitation falls back to where it was. */
  async voided(responseId: string): Promise<void> {
    await this.secondEntries.drop(responseId);
    const row = await holdInvitationOf(responseId);
    if (!row) return;
    await setResponse(row, null, null);
    if (row.beforeResponse === null) return;
    await this.move(row, stateAfterVoid({ ...row, before: row.beforeResponse }), 'VOID');
  }

  /** The team assigned a profile on the ground of this response. */
  async assigned(responseId: string | null): Promise<void> {
    const row = responseId === null ? undefined : await holdInvitationOf(responseId);
    if (row && mayStep(row.state, 'PROFILE_ASSIGNED')) await this.move(row, 'PROFILE_ASSIGNED', 'ASSIGNED');
  }

  /** The second entry of this response is over: what was held up by it goes on. */
  async secondEntryClosed(responseId: string): Promise<void> {
    const row = await holdInvitationOf(responseId);
    if (row?.state !== 'RECEIVED_COMPLETE' || (await this.secondEntries.isOpen(responseId))) return;
    const [form] = await query<{ proposedProfile: ProposedProfile; emptyForm: boolean; isAssigned: boolean }>(
      `SELECT s.proposed_profile AS "proposedProfile", s.empty_form AS "emptyForm", EXISTS (SELECT FROM care.profile_assignment a
         WHERE a.practice_id = s.practice_id AND a.client_id = s.client_id AND a.response_id = s.response_id AND a.undone_at IS NULL) AS "isAssigned"
       FROM care.assessment s WHERE s.practice_id = ctx.practice_id() AND s.response_id = $1`,
      [responseId],
    );
    if (!form) return;
    const askingClosed = row.askingClosedAt !== null;
    const to = receivedStateOf({ ...form, hasSecondEntry: false, askingClosed });
    await this.step(row, to, 'SECOND_ENTRY');
    if (form.isAssigned && mayStep(to, 'PROFILE_ASSIGNED'))
      await this.move({ ...row, state: to }, 'PROFILE_ASSIGNED', 'ASSIGNED');
  }

  /** Takes the steps of the table to a state; where there is no way the invitation stays where it is. */
  private async step(row: InvitationRow, to: InvitationState, kind: StepKind, reason?: string | null): Promise<void> {
    let from = row.state;
    if (from === to) return;
    for (const next of stepsBetween(from, to)) {
      await this.move({ ...row, state: from }, next, kind, reason);
      from = next;
    }
  }

  private async move(row: InvitationRow, to: InvitationState, kind: StepKind, reason?: string | null): Promise<void> {
    await changeRows(
      `UPDATE care.screening_invitation SET version = version + 1, state = $2, changed_at = ctx.now()
       WHERE practice_id = ctx.practice_id() AND id = $1`,
      [row.id, to],
    );
    const { id: invitationId, clientId, state: from } = row;
    await this.steps.record([{ invitationId, clientId, from, to, step: kind, reason }]);
  }
}

function receivedState(
  { assessment: { proposedProfile }, emptyForm }: FollowedForm,
  held: { readonly hasSecondEntry: boolean; readonly askingClosed: boolean },
): InvitationState {
  return receivedStateOf({ proposedProfile, emptyForm, ...held });
}

/** A live invitation always; later only a form that was filled in after it was made. */
async function isWelcome(row: InvitationRow, completedOn: Day | null): Promise<boolean> {
  if (!(await isWaiting(row))) return false;
  const isLive = isLiveInvitation({ ...row, today: requestContext().today });
  return isLive || completedOn === null || completedOn >= row.madeOn;
}

/** No answer yet, or only a form without one. */
async function isWaiting(row: InvitationRow): Promise<boolean> {
  if (awaitsAnswer(row.state)) return true;
  return row.state === 'RECEIVED_INCOMPLETE' && (await isEmptyForm(row.responseId));
}

async function isEmptyForm(responseId: string | null): Promise<boolean> {
  const [form] = await query<{ emptyForm: boolean }>(
    `SELECT empty_form AS "emptyForm" FROM care.assessment WHERE practice_id = ctx.practice_id() AND response_id = $1`,
    [responseId],
  );
  return form?.emptyForm ?? false;
}

async function setResponse(
  row: InvitationRow,
  responseId: string | null,
  before: InvitationState | null = row.beforeResponse,
): Promise<void> {
  await changeRows(
    `UPDATE care.screening_invitation SET version = version + 1, response_id = $2, before_response = $3, changed_at = ctx.now()
     WHERE practice_id = ctx.practice_id() AND id = $1`,
    [row.id, responseId, before],
  );
}
