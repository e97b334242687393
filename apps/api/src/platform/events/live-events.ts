import { Injectable } from '@nestjs/common';
import { query, requestContext } from '../request/request-context.ts';
import { ACCESS_CHANGED, type Announcement, HINTS } from './hint.ts';

/** A payload holds 8,000 bytes, and an id takes 39 of them. */
const IDS_AT_ONCE = 100;

/**
 * Tells open screens that something changed. Called inside the transaction of the change: told when it commits, and not at
 * all when it fails. Whoever gets a hint has her rights decided at that moment, not at this one.
 */
@Injectable()
export class LiveEvents {
  /** To everyone who has a relation to this client; without a client to everyone of the practice, so only for what all may know. */
  async hint(type: string, id: string, version?: number, clientId?: string): Promise<void> {
    await announce({ type, id, version: version ?? null, clientId: clientId ?? null, userIds: null });
  }

  /** To these members and nobody else, such as about a notice of their own. */
  async tell(userIds: readonly string[], type: string, id: string): Promise<void> {
    for (let from = 0; from < userIds.length; from += IDS_AT_ONCE) {
      const some = userIds.slice(from, from + IDS_AT_ONCE);
      await announce({ type, id, version: null, clientId: null, userIds: some });
    }
  }

  /** To everyone who has a relation to one of these clients, and to who lost hers in this transaction, who would never know otherwise. */
  async accessChanged(
    changes: readonly { readonly clientId: string; readonly lost: readonly string[] }[],
  ): Promise<void> {
    await announceAll(
      changes.map(({ clientId, lost }) => ({
        type: ACCESS_CHANGED,
        id: clientId,
        version: null,
        clientId,
        userIds: lost.slice(0, IDS_AT_ONCE),
      })),
    );
  }
}

type OfPractice = Omit<Announcement, 'practiceId'>;

const announce = (announcement: OfPractice): Promise<void> => announceAll([announcement]);

async function announceAll(announcements: readonly OfPractice[]): Promise<void> {
  const { practiceId } = requestContext().user;
  const said = announcements.map((announcement) => JSON.stringify({ practiceId, ...announcement }));
  await query('SELECT pg_notify($1, said) FROM unnest($2::text[]) AS said', [HINTS, said]);
}
