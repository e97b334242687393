import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { forgetOldAnswers } from '../request/idempotency.ts';
import { requestContext } from '../request/request-context.ts';
import { originOf } from '../request/request-origin.ts';
import { Transactions } from '../request/transaction.ts';
import { actorOf, type Membership } from './membership.ts';
import type { UserSession } from './session.ts';

/** What was asked of the person. */
type SignInStep = 'PASSWORD' | 'SECOND_FACTOR' | 'PASSKEY' | 'STEP_UP' | 'MEMBERSHIP' | 'DEMO' | 'ORGANISATION';

/** Account whose owner, or somebody else, failed to sign in. */
interface TriedAccount {
  readonly accountId: string;
  readonly memberships: readonly Membership[];
}

/** Signing in, and failing to, in the access log of the practices concerned. */
@Injectable()
export class SignInLog implements OnModuleDestroy {
  private readonly logger = new Logger('sign-in');
  private readonly pending = new Set<Promise<void>>();

  constructor(private readonly transactions: Transactions) {}

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.pending);
  }

  async succeeded(user: UserSession, request: FastifyRequest, step: SignInStep): Promise<void> {
    await this.transactions.run(user, originOf(request), async () => {
      await forgetOldAnswers();
      requestContext().log.push({
        type: step === 'STEP_UP' ? 'STEP_UP' : 'SIGN_IN',
        action: 'E',
        objectType: 'SESSION',
        objectId: user.sessionId,
        purpose: 'ADMINISTRATION',
        query: { step },
      });
    });
  }

  /** Notes a failure in every practice where the account has a membership. */
  async failed({ accountId, memberships }: TriedAccount, request: FastifyRequest, step: SignInStep): Promise<void> {
    const onePerPractice = new Map(memberships.map((membership) => [membership.practiceId, membership]));
    for (const membership of onePerPractice.values()) {
      await this.transactions.refuse(actorOf(membership, accountId), originOf(request), {
        type: 'SIGN_IN',
        action: 'E',
        outcome: 'DENIED',
        objectType: 'ACCOUNT',
        objectId: accountId,
        purpose: 'ADMINISTRATION',
        query: { step },
      });
    }
  }

  /** The same beside the answer instead of before it, where time must not tell whether the account exists. */
  noteFailed(tried: TriedAccount, request: FastifyRequest, step: SignInStep): void {
    const writing = this.failed(tried, request, step)
      .catch(() => this.logger.error(`${request.id} a failed sign-in could not be logged`))
      .finally(() => this.pending.delete(writing));
    this.pending.add(writing);
  }
}
