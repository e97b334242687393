import { Injectable } from '@nestjs/common';
import { type Day, type InvitationState, isExit, mayStepByHand, type PersonState } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError, type FieldProblem, invalidInput } from '../platform/http/problem.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { changeRows, requestContext } from '../platform/request/request-context.ts';
import type { ChangeInvitation, InvitationDetails } from './invitation.dto.ts';
import { askedRow, invitationDetails, shownRow } from './invitations.service.ts';
import { InvitationSteps, type NewStep } from './invitation-steps.service.ts';
import type { ShownRow } from './invitation-view.ts';
import { openForStep } from './open-for-step.ts';

/** Columns a person's step changes; what is absent stays. */
interface Change {
  readonly state?: PersonState;
  readonly route?: string;
  readonly sentOn?: Day;
  readonly undeliverableOn?: Day | null;
  readonly phonedOn?: Day;
  readonly exitReason?: string | null;
  readonly refusesLater?: boolean;
}

/** States in which a call about the questionnaire makes sense. */
const PHONED_IN: readonly InvitationState[] = ['PLANNED', 'SENT', 'REMINDED', 'UNDELIVERABLE', 'RECEIVED_INCOMPLETE'];
const SENT_STATES: readonly InvitationState[] = ['SENT', 'REMINDED'];

/** Steps that people take: handed over, came back, does not take part, phoned in vain. */
@Injectable()
export class ChangeInvitations {
  constructor(
    private readonly access: ClientAccess,
    private readonly steps: InvitationSteps,
  ) {}

  /** Throws WRONG_STATE for a step that the table does not have or that is not a person's to take. */
  async change(id: string, ifMatch: string | undefined, body: ChangeInvitation): Promise<InvitationDetails> {
    refuseFaults(body);
    const version = expectedVersion(ifMatch);
    const row = await askedRow(this.access, id);
    await openForStep(this.access, row);
    if (row.version !== version) throw new DomainError('STALE', { extra: { current: await invitationDetails(row) } });
    const change = await changeOf(row, body);
    if (change.refusesLater === true) await this.inviteNoMore(row, change);
    await this.write(row, change);
    await this.steps.record(stepsOf(row, change, body));
    if (change.state && isExit(change.state)) await callAuth(requestContext().manager, 'end_access_codes', [id]);
    return invitationDetails(await shownRow(id));
  }

  private async write(row: ShownRow, change: Change): Promise<void> {
    const after = { ...row, ...change };
    const changed = await changeRows(
      `UPDATE care.screening_invitation SET version = version + 1, state = $3, route = $4, sent_on = $5, undeliverable_on = $6,
         phoned_on = $7, exit_reason = $8, refuses_later = $9, changed_at = ctx.now()
       WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2`,
      [
        row.id, row.version, after.state, after.route, after.sentOn, after.undeliverableOn, after.phonedOn, after.exitReason,
        after.refusesLater,
      ], // prettier-ignore
    );
    if (changed === 1) return;
    throw new DomainError('STALE', { extra: { current: await invitationDetails(await shownRow(row.id)) } });
  }

  /** Before the invitation, as a change of her status takes both rows in that order too. */
  private async inviteNoMore({ clientId }: ShownRow, { exitReason }: Change): Promise<void> {
    await changeRows(
      `UPDATE care.client SET version = version + 1, do_not_invite_on = $2, do_not_invite_reason = left($3, 200)
       WHERE practice_id = ctx.practice_id() AND id = $1 AND do_not_invite_on IS NULL`,
      [clientId, requestContext().today, exitReason ?? text('screeningRounds.record.refusesLater')],
    );
  }
}

function refuseFaults(body: ChangeInvitation): void {
  const { today } = requestContext();
  const faults: FieldProblem[] = (['sentOn', 'undeliverableOn', 'phonedOn'] as const)
    .filter((field) => (body[field] ?? today) > today)
    .map((field) => ({ pointer: `/${field}`, code: 'IN_FUTURE' }));
  const isNothing = !body.state && !body.sentOn && !body.phonedOn;
  if (isNothing) faults.push({ pointer: '/state', code: 'REQUIRED' });
  if (faults.length > 0) throw invalidInput(...faults);
}

async function changeOf(row: ShownRow, body: ChangeInvitation): Promise<Change> {
  const phoned = body.phonedOn === undefined ? {} : { phonedOn: body.phonedOn };
  const isCorrection = !body.state || (body.state === row.state && body.state === 'SENT');
  const isPossible = isCorrection
    ? (body.sentOn === undefined || SENT_STATES.includes(row.state)) &&
      (!body.phonedOn || PHONED_IN.includes(row.state))
    : mayStepByHand(row.state, body.state as InvitationState);
  if (!isPossible) throw new DomainError('WRONG_STATE', { extra: { current: await invitationDetails(row) } });
  if (isCorrection) return { ...phoned, ...sentAgain(body) };
  return { ...phoned, ...stepColumns(body.state as PersonState, body) };
}

const sentAgain = ({ sentOn, route }: ChangeInvitation): Change => ({
  ...(sentOn === undefined ? {} : { sentOn }),
  ...(route === undefined ? {} : { route }),
});

function stepColumns(state: PersonState, body: ChangeInvitation): Change {
  const { today } = requestContext();
  if (state === 'SENT')
    return { state, route: body.route ?? 'MAIL', sentOn: body.sentOn ?? today, undeliverableOn: null };
  if (state === 'UNDELIVERABLE') return { state, undeliverableOn: body.undeliverableOn ?? today };
  const exitReason = body.reason?.trim() || null;
  return state === 'REFUSED' ? { state, exitReason, refusesLater: body.refusesLater ?? false } : { state, exitReason };
}

function stepsOf(row: ShownRow, change: Change, { reason }: ChangeInvitation): NewStep[] {
  const about = { invitationId: row.id, clientId: row.clientId, from: row.state, reason: reason?.trim() || null };
  const phoned: NewStep[] = change.phonedOn ? [{ ...about, to: row.state, step: 'PHONED', on: change.phonedOn }] : [];
  const on = change.sentOn ?? change.undeliverableOn;
  if (change.state) return [...phoned, { ...about, to: change.state, step: 'STATE', on }];
  return change.sentOn ? [...phoned, { ...about, to: row.state, step: 'CORRECTION', on }] : phoned;
}
