import { describe, expect, it } from '@jest/globals';
import { CUT_OFF_RANGES, repeatedLabels } from './practice-settings.ts';

it('lets a cut-off be anything from 1 to the highest total', () => {
  expect(CUT_OFF_RANGES).toEqual({ gfi: { min: 1, max: 15 }, imesa: { min: 1, max: 60 } });
});

describe('repeatedLabels', () => {
  const labels = { ROBUST: 'Vitaal', FRAIL: 'Kwetsbaar', COMPLEX: 'Complex' };

  it('finds nothing in three different labels', () => {
    expect(repeatedLabels(labels)).toEqual([]);
  });

  it('names the later of two profiles with one label, whatever the case and the spaces around it', () => {
    expect(repeatedLabels({ ...labels, COMPLEX: ' vitaal ' })).toEqual(['COMPLEX']);
  });

  it('refuses words that mean something else already', () => {
    expect(repeatedLabels({ ...labels, FRAIL: 'onbepaald' }, ['Onbepaald'])).toEqual(['FRAIL']);
  });
});
