/** What the server says when something changed: where, never what. */
export type Hint = { type: string; id: string | null; version: number | null; clientId: string | null };

/** Reads one message of the stream; anything else than a hint is nothing. */
export function readHint(message: unknown): Hint | undefined {
  if (typeof message !== 'string') return undefined;
  try {
    const read: unknown = JSON.parse(message);
    return isHint(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

const isHint = (value: unknown): value is Hint =>
  typeof value === 'object' && value !== null && 'type' in value && 'id' in value && 'clientId' in value;
