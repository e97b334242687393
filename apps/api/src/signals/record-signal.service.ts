import { Injectable } from '@nestjs/common';
import {
  categoryOfSignal,
  isSignalDay,
  type SignalConsequences,
  signalConsequences,
  signalNeedsText,
} from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { ActionSteps } from '../actions/action-steps.service.ts';
import { caseManagerSql } from '../platform/access/case-manager-sql.ts';
import { LiveEvents } from '../platform/events/live-events.ts';
import { invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { RecordSignal } from './signal.dto.ts';
import { type SignalRow, signalRow } from './signal-row.ts';
import { SignalRules } from './signal-rules.service.ts';
import { SignalSteps } from './signal-steps.service.ts';

interface Noticed extends RecordSignal {
  readonly contactId?: string;
}

/** Writes a signal down and lets the rules of the practice follow, in one transaction. Rights are checked before. */
@Injectable()
export class SignalRecorder {
  constructor(
    private readonly steps: SignalSteps,
    private readonly rules: SignalRules,
    private readonly actions: ActionSteps,
    private readonly events: LiveEvents,
  ) {}

  /** `at`: where in the body the signal stands. Throws INVALID_INPUT for a day to come, or for a type without its words. */
  async record(clientId: string, noticed: Noticed, at = ''): Promise<SignalRow> {
    const { today } = requestContext();
    const { type, urgency = 'NORMAL', on = today } = noticed;
    const words = noticed.text?.trim() ?? '';
    if (!isSignalDay(on, today)) throw invalidInput({ pointer: `${at}/on`, code: 'IN_FUTURE' });
    if (words === '' && signalNeedsText(type)) throw invalidInput({ pointer: `${at}/text`, code: 'REQUIRED' });
    const earlier = await query<{ day: string }>('SELECT care.signal_days($1) AS day', [clientId]);
    const id = newId();
    await query(
      `INSERT INTO care.signal (practice_id, id, client_id, owner_org_id, category, contact_id, type, urgency, seen_on, source, text, recorded_by)
       VALUES (ctx.practice_id(), $1, $2, ctx.org_id(), $3, $4, $5, $6, $7, $8, $9, ctx.user_id())`,
      [
        id, clientId, categoryOfSignal(type), noticed.contactId ?? null, type, urgency, on, noticed.source?.trim() || null, words || null,
      ], // prettier-ignore
    );
    const seen = earlier.map(({ day }) => day);
    await this.follow(id, signalConsequences({ type, urgency, on }, seen, today, await this.rules.off()));
    await this.events.hint('SIGNAL', id, 1, clientId);
    return signalRow(id);
  }

  private async follow(id: string, { tasks, agenda }: SignalConsequences): Promise<void> {
    const row = await signalRow(id);
    if (agenda !== null) await this.steps.take(row, 'ON_AGENDA', {}, agenda);
    for (const { rule, dueOn } of tasks) {
      await this.actions.add({
        clientId: row.clientId,
        kind: 'TASK',
        category: row.category,
        text: text(`signals.task.${rule}`, { type: text(`signals.type.${row.type}`) }),
        owner: { kind: 'USER', userId: await this.ownerOfTask(row.clientId) },
        dueOn,
        parent: { column: 'signal_id', id },
        byRule: rule,
      });
    }
  }

  /** The case manager; without one the GP; without either, or where she is not shared with who wrote it down, that person. All of them work here today. */
  private async ownerOfTask(clientId: string): Promise<string> {
    const { id } = await queryOne<{ id: string }>(
      `SELECT coalesce(
         (SELECT m.id FROM care.membership m WHERE m.practice_id = ctx.practice_id() AND m.id = ${caseManagerSql('c')} AND m.valid @> now()),
         (SELECT m.id FROM care.membership m WHERE m.practice_id = ctx.practice_id() AND m.id = c.gp_id AND m.valid @> now()),
         ctx.user_id()) AS id
       FROM (SELECT) AS one LEFT JOIN care.client c ON c.practice_id = ctx.practice_id() AND c.id = $1`,
      [clientId],
    );
    return id;
  }
}
