import { describe, expect, it } from '@jest/globals';
import { contactBody, emptyContact, faultsOf, nextChoices, OTHER_DAY, timeOf } from './contact-form.ts';

const TODAY = '2028-02-29';
const empty = emptyContact(TODAY);

describe('the form of a contact', () => {
  it('can be sent as it opens: a visit of today, reached, without a next day', () => {
    expect(faultsOf(empty, TODAY)).toEqual({});
    expect(contactBody(empty)).toEqual({ on: TODAY, type: 'HOME_VISIT', reached: true, present: null, note: null, next: null }); // prettier-ignore
  });

  it('sends the next day that was chosen, with its kind and time', () => {
    const chosen = nextChoices(TODAY)[2]?.code ?? '';
    expect(contactBody({ ...empty, next: chosen, nextType: 'PHONE', nextTime: '930' }).next).toEqual({
      on: '2028-03-14',
      type: 'PHONE',
      time: '09:30',
    });
  });

  it('says at the field what is missing or cannot be', () => {
    expect(Object.keys(faultsOf({ ...empty, on: undefined }, TODAY))).toEqual(['on']);
    expect(Object.keys(faultsOf({ ...empty, on: '2028-03-01' }, TODAY))).toEqual(['on']);
    expect(Object.keys(faultsOf({ ...empty, next: OTHER_DAY }, TODAY))).toEqual(['next.on']);
    expect(Object.keys(faultsOf({ ...empty, next: '2028-03-07', nextTime: 'half drie' }, TODAY))).toEqual([
      'next.time',
    ]);
    expect(Object.keys(faultsOf({ ...empty, signal: 'OTHER' }, TODAY))).toEqual(['signals.0.text']);
  });

  it.each([
    ['14:30', '14:30'],
    ['9.05', '09:05'],
    ['0000', '00:00'],
    ['24:00', undefined],
    ['12:60', undefined],
    ['12', undefined],
  ])('reads %s as %s', (typed, time) => {
    expect(timeOf(typed)).toBe(time);
  });
});
