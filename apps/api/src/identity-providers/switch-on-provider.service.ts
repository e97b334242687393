import { Injectable, type OnModuleInit } from '@nestjs/common';
import { text } from '@samenoud/texts';
import { Approvals } from '../approvals/approvals.service.ts';
import { DomainError } from '../platform/http/problem.ts';
import { changeRows, query, requestContext } from '../platform/request/request-context.ts';

const KIND = 'IDENTITY_PROVIDER';
const DECIDERS: readonly string[] = ['PRACTICE_MANAGER', 'GP', 'LOG_OFFICER'];

/** What is asked, as a second person reads it. */
interface AskedProvider {
  readonly id: string;
  readonly organisation: { readonly name: string };
  readonly issuer: string;
}

/**
 * Switching a provider on takes a second person, as the role of a physician does: whoever names a provider could let herself in as
 * somebody else.
 */
@Injectable()
export class SwitchOnProvider implements OnModuleInit {
  constructor(private readonly approvals: Approvals) {}

  onModuleInit(): void {
    this.approvals.register(KIND, {
      mayDecide: (role) => DECIDERS.includes(role),
      carryOut: (_, approvalId) => this.carryOut(approvalId),
      drop: ({ providerId }) => this.drop(providerId),
      stepUp: true,
    });
  }

  /** Answers the id of the question. Throws SECOND_PERSON_MISSING where nobody else may decide. */
  async ask({ id, organisation, issuer }: AskedProvider): Promise<string> {
    const others = await query(
      `SELECT FROM care.membership m WHERE m.practice_id = ctx.practice_id() AND m.valid @> now() AND m.account_id <> $1
         AND m.role = ANY($2) LIMIT 1`,
      [requestContext().user.accountId, DECIDERS],
    );
    if (others.length === 0) throw new DomainError('SECOND_PERSON_MISSING');
    const reason = text('identityProviders.asked', { organisation: organisation.name, issuer });
    return this.approvals.ask(KIND, { providerId: id }, { reason });
  }

  cancel(approvalId: string): Promise<void> {
    return this.approvals.cancel(approvalId);
  }

  /** Only the question that is open now: what was changed since was asked anew. */
  private async carryOut(approvalId: string): Promise<void> {
    const switched = await changeRows(
      `UPDATE care.identity_provider SET version = version + 1, enabled = true, approval_id = NULL
       WHERE practice_id = ctx.practice_id() AND approval_id = $1`,
      [approvalId],
    );
    if (switched === 0) throw new DomainError('WRONG_STATE');
  }

  private async drop(providerId: unknown): Promise<void> {
    await changeRows(
      `UPDATE care.identity_provider SET version = version + 1, approval_id = NULL
       WHERE practice_id = ctx.practice_id() AND id = $1 AND approval_id IS NOT NULL`,
      [providerId],
    );
  }
}
