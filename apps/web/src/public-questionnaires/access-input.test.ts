import { describe, expect, it } from '@jest/globals';
import { text } from '@samenoud/texts';
import { accessBody, accessFaults, birthDateOf } from './access-input.ts';

const GOOD = { code: '7kq2 m4xa 9otb', day: '3', month: '4', year: '1941' };
const sentences = (change: Partial<typeof GOOD>) =>
  accessFaults({ ...GOOD, ...change }).map(({ sentence }) => sentence);

describe('code and birth date as typed', () => {
  it('is sent as it is in the letter, with the day in full', () => {
    expect(accessFaults(GOOD)).toEqual([]);
    expect(accessBody(GOOD)).toEqual({ code: '7KQ2M4XA90TB', birthDate: '1941-04-03' });
    expect(accessBody({ ...GOOD, day: '03', month: ' 04 ' })?.birthDate).toBe('1941-04-03');
  });

  it.each([
    ['', text('publicQuestionnaire.access.codeMissing')],
    ['7KQ2-M4XA-90T', text('publicQuestionnaire.access.codeLength', { n: 11 })],
    ['7KQ2-M4XA-90TBB', text('publicQuestionnaire.access.codeLength', { n: 13 })],
    ['7KQ2-M4XA-90T*', text('publicQuestionnaire.access.codeCharacter')],
  ])('asks to look at the code %s again, and says how', (code, sentence) => {
    expect(sentences({ code })).toEqual([sentence]);
    expect(accessBody({ ...GOOD, code })).toBeUndefined();
  });

  it.each([
    [{ day: '31', month: '2' }, 'day'],
    [{ day: '0' }, 'day'],
    [{ month: '13' }, 'day'],
    [{ year: '41' }, 'year'],
    [{ day: '3a' }, 'day'],
    [{ day: '' }, 'day'],
    [{ month: ' ' }, 'month'],
    [{ year: '' }, 'year'],
  ])('goes to the box to mend in %j: %s', (change, field) => {
    expect(accessFaults({ ...GOOD, ...change }).map((fault) => fault.field)).toEqual([field]);
    expect(accessBody({ ...GOOD, ...change })).toBeUndefined();
  });

  it('knows 29 February in leap years only', () => {
    expect(birthDateOf({ ...GOOD, day: '29', month: '2', year: '1940' })).toBe('1940-02-29');
    expect(birthDateOf({ ...GOOD, day: '29', month: '2', year: '1941' })).toBeUndefined();
  });
});
