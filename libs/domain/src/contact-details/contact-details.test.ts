import { describe, expect, it } from '@jest/globals';
import { isEmail } from './email.ts';
import { formatPhone, normaliseImportedPhone, normalisePhone } from './phone.ts';
import { normalisePostcode } from './postcode.ts';

describe('postcode', () => {
  it.each([
    ['1234 AB', '1234 AB'],
    ['1234ab', '1234 AB'],
    ['9999 ZZ', '9999 ZZ'],
    [' 9501aB ', '9501 AB'],
    ['1000 FI', '1000 FI'],
    ['1000 SB', '1000 SB'],
  ])('%j is stored as %s', (text, stored) => {
    expect(normalisePostcode(text)).toBe(stored);
  });

  it.each([
    '0123 AB',
    '1234 SS',
    '1234sa',
    '1234 SD',
    '123 AB',
    '1234 A',
    '1234  AB',
    '12345 AB',
    '1234 A1',
    '1234 aı',
    '',
  ])('refuses %j', (text) => {
    expect(normalisePostcode(text)).toBeUndefined();
  });
});

describe('phone', () => {
  it.each([
    ['0599 123456', '+31599123456', '0599 123456'],
    ['06-12345678', '+31612345678', '06 12345678'],
    ['+31 (0)6 1234 5678', '+31612345678', '06 12345678'],
    ['0031 50 123 45 67', '+31501234567', '050 1234567'],
    ['(088) 123.45.67', '+31881234567', '088 1234567'],
    ['0591-123456', '+31591123456', '0591 123456'],
    ['+49 4961 1234', '+4949611234', '+4949611234'],
  ])('%s is stored as %s and shown as %s', (text, stored, shown) => {
    expect(normalisePhone(text)).toBe(stored);
    expect(formatPhone(stored)).toBe(shown);
    expect(normalisePhone(shown)).toBe(stored);
  });

  it.each([
    '0598 12',
    '1',
    '',
    '0099123456',
    '612345678',
    '+31612345',
    '+310612345678',
    '06123456789',
    '+0123456789',
    '+1234567',
    '+1234567890123456',
    '06-1234567a',
    '0049 4961 1234',
  ])('refuses %j', (text) => {
    expect(normalisePhone(text)).toBeUndefined();
  });

  it('gives an imported number its zero back', () => {
    expect(normaliseImportedPhone('599 123456')).toBe('+31599123456');
    expect(normaliseImportedPhone('0599123456')).toBe('+31599123456');
    expect(normaliseImportedPhone('099123456')).toBeUndefined();
    expect(normaliseImportedPhone('59912345')).toBeUndefined();
  });
});

describe('e-mail', () => {
  it.each(['els@voorbeeld.nl', 'e.bakker+zorg@mail.voorbeeld.nl'])('accepts %s', (text) => {
    expect(isEmail(text)).toBe(true);
  });

  it.each([
    '',
    'els',
    'els@',
    '@voorbeeld.nl',
    'els@voorbeeld',
    'els@@voorbeeld.nl',
    'els @voorbeeld.nl',
    'els@voorbeeld..nl',
    `els@${'a'.repeat(260)}.nl`,
  ])('refuses %j', (text) => {
    expect(isEmail(text)).toBe(false);
  });
});
