import { describe, expect, it } from '@jest/globals';
import { changedAt, movedUp, without } from './list-edits.ts';

const ROWS = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
const names = (rows: readonly { name: string }[]): string => rows.map(({ name }) => name).join('');

describe('edits of a list', () => {
  it.each([
    [0, 'abc'],
    [1, 'bac'],
    [2, 'acb'],
    [3, 'abc'],
  ])('moves row %i a place up', (at, expected) => expect(names(movedUp(ROWS, at))).toBe(expected));

  it('changes and leaves out one row, and not the list it was given', () => {
    expect(names(changedAt(ROWS, 1, { name: 'x' }))).toBe('axc');
    expect(names(without(ROWS, 1))).toBe('ac');
    expect(names(ROWS)).toBe('abc');
  });
});
