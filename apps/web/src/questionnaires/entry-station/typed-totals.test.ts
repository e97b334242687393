import { describe, expect, it } from '@jest/globals';
import { numbersUnder, totalErrors } from './typed-totals.ts';

describe('totals as they are typed', () => {
  it.each(['0', '15', ' 7 '])('takes a GFI of %s', (gfi) => {
    expect(totalErrors({ 'totals.gfi': gfi })).toEqual({});
  });

  it.each(['16', '-1', '7,5', '1e1', 'zeven'])('refuses a GFI of %s', (gfi) => {
    expect(totalErrors({ 'totals.gfi': gfi })).toEqual({
      'totals.gfi': 'Vul een geheel getal van 0 tot en met 15 in.',
    });
  });

  it.each([
    ['60', {}],
    ['61', { 'totals.imesa': 'Vul een geheel getal van 0 tot en met 60 in.' }],
  ])('judges an INTERMED of %s', (imesa, errors) => {
    expect(totalErrors({ 'totals.imesa': imesa })).toEqual(errors);
  });

  it('asks for one of the two', () => {
    expect(totalErrors({ 'totals.gfi': ' ' })).toEqual({ 'totals.gfi': 'Vul de GFI of de INTERMED in.' });
  });

  it('refuses parts that do not add up', () => {
    const parts = { BIOLOGICAL: '5', PSYCHOLOGICAL: '4', SOCIAL: '3', HEALTH_CARE: '1' };
    const typed = Object.fromEntries(Object.entries(parts).map(([part, value]) => [`imesaDomains.${part}`, value]));
    expect(totalErrors({ ...typed, 'totals.imesa': '13' })).toEqual({});
    expect(Object.keys(totalErrors({ ...typed, 'totals.imesa': '14' }))).toEqual(['totals.imesa']);
  });

  it('leaves out what is not filled in', () => {
    expect(numbersUnder('totals', { 'totals.gfi': '5', 'totals.imesa': '' })).toEqual({ gfi: 5 });
  });
});
