import { describe, expect, it } from '@jest/globals';
import { calendarFile, type CalendarEvent } from './calendar-file.ts';

const EVENT: CalendarEvent = {
  id: '0190',
  sequence: 3,
  startsAt: '2026-12-08T12:30:00+01:00',
  minutes: 60,
  madeAt: '2026-11-30T08:00:00Z',
  summary: 'Ouderenzorg Team',
  place: 'Zaal 2; Dorpsstraat 1, Stadskanaal',
  link: 'https://video.example/a',
  isCancelled: false,
};

describe('the calendar file of a meeting', () => {
  it('says when and where in UTC, with text escaped and lines ended as the norm asks', () => {
    const lines = calendarFile(EVENT).split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTART:20261208T113000Z',
        'DTEND:20261208T123000Z',
        'DTSTAMP:20261130T080000Z',
        String.raw`LOCATION:Zaal 2\; Dorpsstraat 1\, Stadskanaal`,
        'STATUS:CONFIRMED',
        'SEQUENCE:3',
      ]),
    );
    expect(lines.at(-1)).toBe('');
  });

  it('leaves out what is not known, and says when it is cancelled', () => {
    const file = calendarFile({ ...EVENT, place: null, link: null, isCancelled: true });
    expect(file).not.toMatch(/LOCATION|DESCRIPTION/);
    expect(file).toMatch(/METHOD:CANCEL\r\n[^]*STATUS:CANCELLED/);
  });

  it('has no line longer than 75 bytes, and loses nothing by it', () => {
    const place = 'Zaal één — '.repeat(20).trim();
    const file = calendarFile({ ...EVENT, place });
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain(`LOCATION:${place}`);
  });
});
