import { Injectable } from '@nestjs/common';
import type { SignalRule } from '@samenoud/domain';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError } from '../platform/http/problem.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';
import type { SignalRulesView, UpdateSignalRules } from './signal.dto.ts';

/** Which rules of signals hold in this practice. All do until somebody switches one off. */
@Injectable()
export class SignalRules {
  async get(): Promise<SignalRulesView> {
    const [row] = await query<SignalRulesView>(
      `SELECT version, rules_off AS off FROM care.signal_rule_choice WHERE practice_id = ctx.practice_id()`,
    );
    return row ?? { version: 0, off: [] };
  }

  async off(): Promise<readonly SignalRule[]> {
    return (await this.get()).off;
  }

  /** Counts from the next signal on. Throws 412 with the rules as they are when somebody else changed them since. */
  async update(ifMatch: string | undefined, { off }: UpdateSignalRules): Promise<SignalRulesView> {
    const version = expectedVersion(ifMatch);
    const before = await this.get();
    const wanted = [...new Set(off)].toSorted();
    const changed = before.version === version ? await this.write(version, wanted) : 0;
    if (changed === 0) throw new DomainError('STALE', { extra: { current: await this.get() } });
    requestContext().log.push({
      type: 'UPDATE_PRACTICE_SETTINGS',
      action: 'U',
      objectType: 'PRACTICE_SETTINGS',
      objectId: requestContext().user.practiceId,
      purpose: 'ADMINISTRATION',
      query: { signalRulesOff: { before: before.off, after: wanted } },
    });
    return this.get();
  }

  private write(version: number, off: readonly SignalRule[]): Promise<number> {
    return changeRows(
      `INSERT INTO care.signal_rule_choice AS r (practice_id, version, rules_off, changed_by)
       VALUES (ctx.practice_id(), 1, $2, ctx.user_id())
       ON CONFLICT (practice_id) DO UPDATE SET version = r.version + 1, rules_off = $2, changed_by = ctx.user_id(), changed_at = ctx.now()
       WHERE r.version = $1`,
      [version, off],
    );
  }
}
