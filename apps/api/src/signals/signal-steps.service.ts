import { Injectable } from '@nestjs/common';
import { type SignalNeed, type SignalRule, type SignalState, signalStepNeeds, takesVerdictWithoutStep } from '@samenoud/domain'; // prettier-ignore
import { LiveEvents } from '../platform/events/live-events.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { changeRows, query } from '../platform/request/request-context.ts';
import type { SignalRow } from './signal-row.ts';

/** What a step says beside the state. */
export interface SignalWords {
  readonly verdict?: string;
  readonly reason?: string;
  readonly outcome?: string;
}

/**
 * The steps of a signal, for a person and for a rule of the practice, and for a meeting that closes. The rights are checked
 * before by who calls. State machine: docs/state-machines/signal.md.
 */
@Injectable()
export class SignalSteps {
  constructor(private readonly events: LiveEvents) {}

  /** Throws WRONG_STATE; INVALID_INPUT naming the words that the step needs; STALE when somebody was first. */
  async take(row: SignalRow, to: SignalState, words: SignalWords, byRule?: SignalRule): Promise<void> {
    const needs = signalStepNeeds(row.state, to);
    if (!needs) throw new DomainError('WRONG_STATE');
    refuseWithout(needs, words);
    await this.write(row, to, words, byRule);
  }

  /** A verdict beside the step: while it is on the agenda, or in other words. Throws WRONG_STATE, STALE. */
  async judge(row: SignalRow, verdict: string): Promise<void> {
    if (!takesVerdictWithoutStep(row.state)) throw new DomainError('WRONG_STATE');
    await this.write(row, row.state, { verdict });
  }

  /** The suggestion is not followed. Throws STALE. */
  async dropSuggestion(row: SignalRow): Promise<void> {
    const changed = await changeRows(
      `UPDATE care.signal SET version = version + 1, suggestion = NULL
       WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2`,
      [row.id, row.version],
    );
    if (changed === 0) throw new DomainError('STALE');
    await this.events.hint('SIGNAL', row.id, row.version + 1, row.clientId);
  }

  private async write(row: SignalRow, to: SignalState, words: SignalWords, byRule?: SignalRule): Promise<void> {
    const { verdict = null, reason = null, outcome = null } = trimmed(words);
    const changed = await changeRows(
      `UPDATE care.signal SET version = version + 1, state = $3, verdict = coalesce($4, verdict),
         verdict_by = CASE WHEN $4::text IS NULL THEN verdict_by ELSE ctx.user_id() END,
         verdict_at = CASE WHEN $4::text IS NULL THEN verdict_at ELSE ctx.now() END,
         outcome = CASE WHEN $3 = 'CLOSED' THEN $5 END, suggestion = CASE WHEN $6 THEN 'INTERIM_QUESTIONNAIRE' ELSE suggestion END
       WHERE practice_id = ctx.practice_id() AND id = $1 AND version = $2`,
      [row.id, row.version, to, verdict, outcome, byRule !== undefined],
    );
    if (changed === 0) throw new DomainError('STALE', { extra: { current: { id: row.id } } });
    await query(
      `INSERT INTO care.signal_step (practice_id, id, client_id, owner_org_id, category, signal_id, from_state, to_state, verdict, reason,
         outcome, by_rule, made_by)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, $6, $7, $8, $9, $10, CASE WHEN $10::text IS NULL THEN ctx.user_id() END)`,
      [newId(), row.clientId, row.category, row.id, row.state, to, verdict, reason, outcome, byRule ?? null],
    );
    await this.events.hint('SIGNAL', row.id, row.version + 1, row.clientId);
  }

  /** Closes what the lines of a meeting stood on its agenda for and were discussed, whoever closes the meeting. */
  async closeDiscussed(meetingId: string, outcome: string): Promise<void> {
    const closed = await query<{ id: string; version: number; clientId: string }>(
      'SELECT id, version, client_id AS "clientId" FROM care.close_discussed_signals($1, $2)',
      [meetingId, outcome],
    );
    for (const { id, version, clientId } of closed) await this.events.hint('SIGNAL', id, version, clientId);
  }
}

function refuseWithout(needs: readonly SignalNeed[], words: SignalWords): void {
  const missing = needs.filter((need) => (words[need] ?? '').trim() === '');
  if (missing.length > 0)
    throw invalidInput(...missing.map((need) => ({ pointer: `/${need}`, code: 'REQUIRED' as const })));
}

const trimmed = (words: SignalWords): SignalWords =>
  Object.fromEntries(Object.entries(words).map(([key, value]: [string, string | undefined]) => [key, value?.trim()]));
