import { Injectable } from '@nestjs/common';
import { Consents } from '../consents/consents.service.ts';
import { newId } from '../platform/http/uuid.ts';
import type { UserSession } from '../platform/identity/session.ts';
import { query } from '../platform/request/request-context.ts';
import { Transactions } from '../platform/request/transaction.ts';
import { MeetingPlaces } from './meeting-places.service.ts';

const AT_ONCE = 50;

/** Whose part ended since the books were last right: she is told that her access changed. */
const LOST = `SELECT DISTINCT t.user_id AS "userId" FROM care.team_member t
  WHERE t.practice_id = ctx.practice_id() AND t.client_id = $1 AND upper(t.active) BETWEEN now() - interval '1 day' AND now()`;

/**
 * Lets the books follow what began or ended by itself: the case manager's column, and the basis of sharing. What people may
 * see did not wait for it: policies read the periods themselves.
 */
@Injectable()
export class SettleChanges {
  constructor(
    private readonly transactions: Transactions,
    private readonly consents: Consents,
    private readonly places: MeetingPlaces,
  ) {}

  /** Everything that is due in one practice; answers for how many clients. */
  async settle(practiceId: string): Promise<number> {
    await this.asSystem(practiceId, () => this.places.followAll());
    let settled = 0;
    for (let batch = AT_ONCE; batch === AT_ONCE; settled += batch) batch = await this.settleSome(practiceId);
    return settled;
  }

  private settleSome(practiceId: string): Promise<number> {
    return this.asSystem(practiceId, async () => {
      const due = await query<{ id: string }>('SELECT id FROM care.due_changes($1) AS id', [AT_ONCE]);
      await this.consents.hold(...due.map(({ id }) => id));
      for (const { id } of due) await this.settleClient(id);
      return due.length;
    });
  }

  private asSystem<T>(practiceId: string, work: () => Promise<T>): Promise<T> {
    return this.transactions.run(systemOf(practiceId), { requestId: newId(), address: 'worker' }, work);
  }

  private async settleClient(clientId: string): Promise<void> {
    await query('SELECT care.expire_handovers($1)', [clientId]);
    await query('SELECT care.settle_case_manager($1)', [clientId]);
    const lost = await query<{ userId: string }>(LOST, [clientId]);
    await this.consents.putInForce(
      clientId,
      lost.map(({ userId }) => userId),
    );
  }
}

/** Nobody asked: the installation itself acts, and sees no content. */
const systemOf = (practiceId: string): UserSession => ({
  sessionId: practiceId,
  accountId: practiceId,
  practiceId,
  practiceName: '',
  userId: practiceId,
  displayName: 'Samenoud',
  role: 'PRACTICE_MANAGER',
  bigNumber: null,
  organisationId: practiceId,
  organisationName: '',
  organisationKind: 'PRACTICE',
  secondFactorAt: null,
  expiresAt: '9999-12-31T00:00:00Z',
});
