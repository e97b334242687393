import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ClientAccess } from '../access/client-access.ts';
import { DomainError } from '../http/problem.ts';
import { callAuth } from '../identity/auth-functions.ts';
import { IDLE_LIMIT } from '../identity/session-store.ts';
import type { UserSession } from '../identity/session.ts';
import { requestContext } from '../request/request-context.ts';
import { type RequestOrigin, Transactions } from '../request/transaction.ts';
import { ACCESS_CHANGED, type Announcement } from './hint.ts';

export interface Listener {
  readonly user: UserSession;
  readonly origin: RequestOrigin;
  /** By which her session is found again. */
  readonly tokenHash: Buffer;
}

interface LiveSession {
  readonly hash: string;
  readonly userId: string;
  readonly role: string;
}

/** Decides anew, each time, whether somebody still listens and what she may be told. */
@Injectable()
export class HintGate {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ClientAccess,
  ) {}

  /** Those of many listeners whose session and membership still stand; one statement, and no input. */
  async stillThere<One extends Listener>(listeners: readonly One[]): Promise<Set<One>> {
    const live = await liveSessions(this.dataSource, listeners);
    return new Set(listeners.filter((listener) => isLive(listener, live)));
  }

  /** What of these a listener may be told now, in a transaction with her context; undefined: her session has ended. */
  judge(listener: Listener, heard: readonly Announcement[]): Promise<Announcement[] | undefined> {
    return this.transactions.run(listener.user, listener.origin, async () => {
      const live = await liveSessions(requestContext().manager, [listener]);
      if (!isLive(listener, live)) return undefined;
      const relations = new Map<string, Relation>();
      for (const { clientId } of heard)
        if (clientId !== null && !relations.has(clientId)) relations.set(clientId, await this.relationTo(clientId));
      return heard.filter((one) => mayHear(one, listener.user.userId, relations));
    });
  }

  private async relationTo(clientId: string): Promise<Relation> {
    try {
      const view = await this.access.look(clientId);
      const decision = view.decide('IDENTITY', 'READ', { ownerOrgId: view.practiceOrgId, category: 1 });
      if (decision.allow) return 'OPEN';
      return decision.code === 'NO_BASIS' || decision.code === 'RESTRICTED' ? 'CLOSED' : 'NONE';
    } catch (error) {
      if (error instanceof DomainError) return 'NONE';
      throw error;
    }
  }
}

/** CLOSED: she takes part in the care, but may not read who it is about. */
type Relation = 'OPEN' | 'CLOSED' | 'NONE';

function mayHear(one: Announcement, userId: string, relations: ReadonlyMap<string, Relation>): boolean {
  const named = one.userIds?.includes(userId) ?? false;
  if (one.clientId === null) return one.userIds === null || named;
  const relation = relations.get(one.clientId);
  return one.type === ACCESS_CHANGED ? named || relation !== 'NONE' : relation === 'OPEN';
}

/** A data source, or the manager of the transaction at hand. */
type Database = Parameters<typeof callAuth>[0];

function liveSessions(database: Database, listeners: readonly Listener[]): Promise<LiveSession[]> {
  const hashes = listeners.map(({ tokenHash }) => tokenHash);
  return callAuth<LiveSession[]>(database, 'live_sessions', hashes, IDLE_LIMIT);
}

const isLive = ({ tokenHash, user }: Listener, live: readonly LiveSession[]): boolean =>
  live.some((one) => one.hash === tokenHash.toString('hex') && one.userId === user.userId && one.role === user.role);
