import { Injectable } from '@nestjs/common';
import { awaitsFeedback, closingNeedsReason, mayRewriteReferral, referralAfter, type ReferralState, type ReferralStep } from '@samenoud/domain'; // prettier-ignore
import { LiveEvents } from '../platform/events/live-events.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import type { ChangeReferral, CloseReferral, GiveFeedback, SendReferral, WriteReferral } from './referral.dto.ts';
import { type ReferralRow, referralRow, type ReferralWords } from './referral-row.ts';
import { checkedAsker, checkedReferrer, dueDayOfPractice, rewritten } from './referral-words.ts';
import { type ReferralChange, writeReferral } from './write-referral.ts';

const UNTOUCHED = 1;

/**
 * The verbs of a referral, for every slice that refers: inside the transaction of the act they belong to, with the rights checked
 * before by who calls. Every step keeps what was before. State machine: docs/state-machines/referral.md.
 */
@Injectable()
export class ReferralSteps {
  constructor(private readonly events: LiveEvents) {}

  /** Throws INVALID_INPUT for a type without its words, or for who cannot refer. */
  async draft(clientId: string, { referrerId, ...body }: WriteReferral): Promise<ReferralRow> {
    const { user } = requestContext();
    const id = newId();
    const nothing = { typeText: null, bridgesWait: false, receiverContact: null };
    const { type, receiver, reason, dueOn = await dueDayOfPractice() } = body;
    const words = rewritten({ ...nothing, type, receiver, reason, dueOn }, body);
    const referrer = await checkedReferrer(referrerId ?? user.userId);
    await query(
      `INSERT INTO care.referral (practice_id, id, client_id, owner_org_id, type, type_text, bridges_wait, receiver, receiver_contact, reason,
         due_on, referrer_id, referrer_role, made_by)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, $6, $7, $8, $9, $10, $11, ctx.user_id())`,
      [
        id, clientId, words.type, words.typeText, words.bridgesWait, words.receiver, words.receiverContact, words.reason, words.dueOn,
        referrer.userId, referrer.role,
      ], // prettier-ignore
    );
    await this.events.hint('REFERRAL', id, 1, clientId);
    return referralRow(id);
  }

  /** Throws WRONG_STATE for what may not be changed any more, STALE. */
  async change(row: ReferralRow, body: ChangeReferral): Promise<void> {
    const after = rewritten(row, body);
    const changed = KEPT.filter((key) => row[key] !== after[key]);
    if (!changed.every((key) => mayRewriteReferral(row.state) || (LATER.includes(key) && awaitsFeedback(row.state))))
      throw new DomainError('WRONG_STATE');
    if (changed.length === 0) return;
    const only = (words: ReferralWords): object => Object.fromEntries(changed.map((key) => [key, words[key]]));
    await this.write(row, row.state, { words: after, before: only(row), after: only(after) });
  }

  /** Throws WRONG_STATE, PERMISSION_REQUIRED, STALE; INVALID_INPUT for a day to come or somebody unknown. */
  async send(row: ReferralRow, { permission }: SendReferral): Promise<void> {
    const { today, user } = requestContext();
    const to = stateAfter(row, 'SEND');
    if (permission === undefined) throw new DomainError('PERMISSION_REQUIRED');
    const { on, askedBy = user.userId } = permission;
    if (on > today) throw invalidInput({ pointer: '/permission/on', code: 'IN_FUTURE' });
    await this.write(row, to, { permission: { on, askedBy: await checkedAsker(askedBy) } });
  }

  /** Throws WRONG_STATE, STALE; INVALID_INPUT for a day to come. */
  async feedback(row: ReferralRow, { on, text, outcome }: GiveFeedback): Promise<void> {
    const { today } = requestContext();
    const to = stateAfter(row, 'FEEDBACK');
    if (on !== undefined && on > today) throw invalidInput({ pointer: '/on', code: 'IN_FUTURE' });
    await this.write(row, to, { feedback: { on: on ?? today, text: text.trim(), outcome } });
  }

  /** Throws WRONG_STATE, STALE; INVALID_INPUT without the reason that is needed. */
  async close(row: ReferralRow, { reason }: CloseReferral): Promise<void> {
    const to = stateAfter(row, 'CLOSE');
    if (reason === undefined && closingNeedsReason(row.state)) throw invalidInput({ pointer: '/reason', code: 'REQUIRED' }); // prettier-ignore
    await this.write(row, to, { reason: reason?.trim() ?? null });
  }

  /** Takes back what {@link draft} made, as long as nobody touched it since; both stay to be read. Throws CHANGED_SINCE. */
  async undo(id: string, reason: string): Promise<void> {
    const row = await referralRow(id);
    if (row.version !== UNTOUCHED) throw new DomainError('CHANGED_SINCE');
    await this.close(row, { reason });
  }

  private async write(row: ReferralRow, to: ReferralState, change: ReferralChange): Promise<void> {
    if (!(await writeReferral(row, to, change))) throw new DomainError('STALE', { extra: { current: { id: row.id } } });
    await this.events.hint('REFERRAL', row.id, row.version + 1, row.clientId);
  }
}

const KEPT = ['type', 'typeText', 'bridgesWait', 'receiver', 'receiverContact', 'reason', 'dueOn'] as const;
/** What can still be changed once it is sent. */
const LATER: readonly (typeof KEPT)[number][] = ['receiverContact', 'dueOn'];

function stateAfter({ state }: ReferralRow, step: ReferralStep): ReferralState {
  const to = referralAfter(state, step);
  if (to === null) throw new DomainError('WRONG_STATE');
  return to;
}
