import type { ExportedRow } from '../platform/exports/export-parts.ts';

/** Who received or saw something of a client, of which kind, from when to when and how often. */
export interface Recipient {
  readonly displayName: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly objectTypes: readonly string[];
  readonly emergency: boolean;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly times: number;
}

const SEEING = ['R', 'E'];

/** From the log of the client: everybody who read or took along something, most recent first. */
export function recipientsOf(log: readonly ExportedRow[]): Recipient[] {
  const seen = new Map<string, Recipient>();
  for (const event of log.toReversed()) {
    if (!SEEING.includes(String(event['action'])) || event['outcome'] !== 'SUCCESS') continue;
    const person = event['person'] as Pick<Recipient, 'displayName' | 'role' | 'organisation'> & {
      userId: string | null;
    };
    const key = `${person.userId} ${person.role}`;
    const before = seen.get(key);
    const at = String(event['occurredAt']);
    seen.set(key, {
      displayName: person.displayName,
      role: person.role,
      organisation: person.organisation,
      objectTypes: [...new Set([...(before?.objectTypes ?? []), String(event['objectType'])])].toSorted(),
      emergency: (before?.emergency ?? false) || event['emergency'] === true,
      firstAt: before?.firstAt ?? at,
      lastAt: at,
      times: (before?.times ?? 0) + 1,
    });
  }
  return [...seen.values()].toSorted((a, b) => (a.lastAt < b.lastAt ? 1 : -1));
}
