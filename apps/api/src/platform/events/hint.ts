/** What a listener is told: that something changed, never what. */
export interface Hint {
  readonly type: string;
  readonly id: string | null;
  readonly version: number | null;
  /** The client it is about; only for who has a relation to her at that moment. */
  readonly clientId: string | null;
}

/** What travels through the database: ids only, as everybody who may listen there can read it. */
export interface Announcement extends Hint {
  readonly practiceId: string;
  /** Only these members; for ACCESS_CHANGED those who just lost their relation, beside whoever has one. */
  readonly userIds: readonly string[] | null;
}

/** The channel of NOTIFY and LISTEN. */
export const HINTS = 'samenoud_hints';

/** A relation or a consent changed: what is open of this client has to be asked for again. */
export const ACCESS_CHANGED = 'ACCESS_CHANGED';

/** Hints may have been missed: everything has to be asked for again. */
export const REFETCH: Hint = { type: 'REFETCH', id: null, version: null, clientId: null };

export function readAnnouncement(payload: string | undefined): Announcement | undefined {
  try {
    const read: unknown = JSON.parse(payload ?? '');
    return isAnnouncement(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isAnnouncement(value: unknown): value is Announcement {
  return typeof value === 'object' && value !== null && 'practiceId' in value && 'type' in value && 'userIds' in value;
}
