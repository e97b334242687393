import { describe, expect, it } from '@jest/globals';
import { type ComparedPerson, duplicateLikelihood, mergeRefusal } from './duplicate-likelihood.ts';

const PERSON: ComparedPerson = {
  name: { initials: 'J.M.', given: 'Johanna', prefix: 'van der', family: 'Berg' },
  birthDate: '1941-04-03',
  sex: 'FEMALE',
  hasBsn: true,
  phone: '+31599123456',
  door: '9501AB 12',
};
const other = (changes: Partial<ComparedPerson>, name: object = {}): ComparedPerson => ({
  ...PERSON,
  hasBsn: false,
  ...changes,
  name: { ...PERSON.name, ...name },
});

describe('duplicateLikelihood', () => {
  it.each<[string, ComparedPerson, string | null]>([
    ['the same name and birth date', other({}), 'LIKELY'],
    ['the same but for accents', other({}, { family: 'Bérg' }), 'LIKELY'],
    ['a BSN on both sides', other({ hasBsn: true }), null],
    ['one day apart', other({ birthDate: '1941-04-04' }), null],
    ['the other sex', other({ sex: 'MALE' }), null],
    ['an unknown sex', other({ sex: 'UNKNOWN' }), 'LIKELY'],
    ['another first name: twins', other({}, { given: 'Josina' }), 'TWINS'],
    ['other initials: twins', other({}, { given: null, initials: 'P.' }), 'TWINS'],
    ['initials only, the same two', other({}, { given: null }), 'LIKELY'],
    ['one initial only', other({}, { given: null, initials: 'J.' }), 'POSSIBLE'],
    ['no first name at all', other({}, { given: null, initials: null }), 'POSSIBLE'],
    ['married name', other({}, { family: 'Vries', partnerFamily: 'Berg' }), 'LIKELY'],
    ['changed surname, same phone', other({ door: null }, { family: 'Vries' }), 'POSSIBLE'],
    ['changed surname, same door', other({ phone: null }, { family: 'Vries' }), 'POSSIBLE'],
    ['another surname elsewhere', other({ phone: null, door: null }, { family: 'Vries' }), null],
  ])('%s', (_, second, expected) => {
    expect(duplicateLikelihood(PERSON, second)).toBe(expected);
    expect(duplicateLikelihood(second, PERSON)).toBe(expected);
  });
});

describe('mergeRefusal', () => {
  it.each([
    [false, false, null],
    [true, false, null],
    [false, true, 'BSN_ON_OTHER'],
    [true, true, 'TWO_BSN'],
  ])('stays %s, goes %s: %s', (stays, goes, expected) => {
    expect(mergeRefusal({ hasBsn: stays }, { hasBsn: goes })).toBe(expected);
  });
});
