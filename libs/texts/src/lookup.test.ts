import { describe, expect, it } from '@jest/globals';
import { findErrorText, findText, plural, text } from './lookup.ts';

describe('text', () => {
  it('gives the sentence at a dotted key', () => {
    expect(text('clients.search.label')).toBe('Zoek een cliënt');
  });

  it('fills every placeholder', () => {
    expect(text('entry.sheet', { sheet: 1, sheets: 4 })).toBe('blad 1 van 4');
  });

  it('throws on a key that only exists at run time', () => {
    const key = 'clients.search.nowhere' as 'clients.search.label';
    expect(() => text(key)).toThrow('No text at clients.search.nowhere');
  });
});

describe('plural', () => {
  it.each([
    [0, '0 cliënten'],
    [1, '1 cliënt'],
    [2, '2 cliënten'],
  ])('counts %d', (n, sentence) => {
    expect(plural('clients.search.count', n)).toBe(sentence);
  });
});

describe('findErrorText', () => {
  it('has nothing for a code it does not know', () => {
    expect(findErrorText('NO_SUCH_CODE')).toBeUndefined();
    expect(findErrorText('toString')).toBeUndefined();
  });
});

describe('findText', () => {
  it('gives what is there, and nothing for what is not a sentence', () => {
    expect(findText('accessLog.object.BSN')).toBe('burgerservicenummer');
    expect([
      findText('accessLog.object.NEW_THING'),
      findText('accessLog.object'),
      findText('accessLog.constructor'),
    ]).toEqual([undefined, undefined, undefined]);
  });
});
