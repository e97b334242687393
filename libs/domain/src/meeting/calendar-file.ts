/** What a calendar is told of a meeting. Instants are ISO 8601 with offset. */
export interface CalendarEvent {
  readonly id: string;
  /** Higher in every later file of the same meeting. */
  readonly sequence: number;
  readonly startsAt: string;
  readonly minutes: number;
  readonly madeAt: string;
  readonly summary: string;
  readonly place: string | null;
  readonly link: string | null;
  readonly isCancelled: boolean;
}

const LONGEST_LINE = 75;

/**
 * A calendar file of one event (RFC 5545): lines of at most 75 bytes ended by CR LF, text escaped, times in UTC. It holds what it is
 * given and nothing else. Source: domain.md 10 asks for a file without names of clients.
 */
export function calendarFile(event: CalendarEvent): string {
  const from = Date.parse(event.startsAt);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Samenoud//Teamoverleg//NL',
    `METHOD:${event.isCancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${event.id}@samenoud`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${inUtc(Date.parse(event.madeAt))}`,
    `DTSTART:${inUtc(from)}`,
    `DTEND:${inUtc(from + event.minutes * 60_000)}`,
    `SUMMARY:${escaped(event.summary)}`,
    ...(event.place === null ? [] : [`LOCATION:${escaped(event.place)}`]),
    ...(event.link === null ? [] : [`DESCRIPTION:${escaped(event.link)}`]),
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.flatMap(folded).join('\r\n')}\r\n`;
}

const inUtc = (epochMs: number): string => new Date(epochMs).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

const escaped = (words: string): string =>
  words.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`);

/** Longer lines go on after a space; a sign is never cut in two. */
function folded(line: string): string[] {
  const parts: string[] = [];
  let [part, room] = ['', LONGEST_LINE];
  for (const sign of line) {
    const bytes = bytesOf(sign);
    if (bytes > room) {
      parts.push(part);
      [part, room] = [' ', LONGEST_LINE - 1];
    }
    part += sign;
    room -= bytes;
  }
  return [...parts, part];
}

/** Bytes of one sign in UTF-8. */
function bytesOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x8_00) return 2;
  return code < 0x1_00_00 ? 3 : 4;
}
