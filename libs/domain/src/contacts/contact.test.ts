import { describe, expect, it } from '@jest/globals';
import { contactDayFaults, newestContact, nextContactDays } from './contact.ts';

describe('the days of a contact', () => {
  it.each([
    ['2028-02-29', null, {}],
    ['2028-03-01', null, { on: 'IN_FUTURE' }],
    ['2018-02-28', null, {}],
    ['2018-02-27', null, { on: 'FAR_DAY' }],
    ['2028-02-28', '2028-02-28', {}],
    ['2028-02-28', '2028-02-27', { nextOn: 'BEFORE_CONTACT' }],
    ['2028-02-28', '2029-02-28', {}],
    ['2028-02-28', '2029-03-01', { nextOn: 'OVER_A_YEAR' }],
    ['2028-03-01', '2028-02-29', { on: 'IN_FUTURE', nextOn: 'BEFORE_CONTACT' }],
  ])('on 29 February 2028: %s, next %s', (on, nextOn, faults) => {
    expect(contactDayFaults({ on, nextOn }, '2028-02-29')).toEqual(faults);
  });

  it('offers the same day of the week, over a year end', () => {
    expect(nextContactDays('2026-12-10')).toEqual(['2026-12-17', '2026-12-24', '2027-01-07', '2027-03-11']);
  });
});

describe('the newest contact', () => {
  const contact = (on: string, recordedAt: string, struck = false) => ({ on, recordedAt, struck });

  it('is of the latest day, then the latest recorded, and never struck', () => {
    const [late, later] = [
      contact('2026-11-02', '2026-11-02T10:00:00Z'),
      contact('2026-11-02', '2026-11-02T10:00:01Z'),
    ];
    const backDated = contact('2026-11-01', '2026-11-03T09:00:00Z');
    expect(newestContact([backDated, late, later])).toBe(later);
    expect(newestContact([{ ...later, struck: true }, backDated, late])).toBe(late);
    expect(newestContact([])).toBeUndefined();
  });
});
