import { describe, expect, it } from '@jest/globals';
import { changeBody, emptyValues, missingFields, newClientBody } from './client-form.ts';
import { YES } from './form-values.ts';

const empty = emptyValues();

describe('newClientBody', () => {
  it('nests the fields as the API names them, with null for what is empty', () => {
    const body = newClientBody({ ...empty, 'name.family': ' Berg ', sex: 'FEMALE', birthDate: '1941-04-03' });
    expect(body).toMatchObject({
      name: { family: 'Berg', prefix: null, use: 'OWN' },
      sex: 'FEMALE',
      birthDate: '1941-04-03',
      bsn: null,
      livesAtHome: true,
      marks: { language: 'nl', interpreter: false, letterAddress: null },
    });
  });
});

describe('changeBody', () => {
  it('is nothing when nothing changed', () => {
    expect(changeBody(empty, { ...empty })).toBeUndefined();
  });

  it('holds what changed and nothing else', () => {
    const after = { ...empty, phone: '0599 123456', 'address.city': 'Veendam', 'marks.noPost': YES };
    expect(changeBody(empty, after)).toEqual({
      phone: '0599 123456',
      address: { city: 'Veendam' },
      marks: { noPost: true },
    });
  });

  it('clears a field with null', () => {
    expect(changeBody({ ...empty, hisNumber: '10482' }, empty)).toEqual({ hisNumber: null });
  });

  it('sends the address for letters as a whole, and null when all of it is cleared', () => {
    const before = { ...empty, 'marks.letterAddress.recipient': 'A. de Vries', 'marks.letterAddress.city': 'Assen' };
    const moved = { ...before, 'marks.letterAddress.city': 'Emmen' };
    expect(changeBody(before, moved)).toMatchObject({
      marks: { letterAddress: { recipient: 'A. de Vries', city: 'Emmen', street: null } },
    });
    expect(changeBody(before, empty)).toEqual({ marks: { letterAddress: null } });
  });
});

describe('missingFields', () => {
  it('names family name, birth date and sex', () => {
    expect(Object.keys(missingFields(empty))).toEqual(['name.family', 'birthDate', 'sex']);
  });

  it('asks to whom letters go once a part of another address stands there', () => {
    const values = { ...empty, 'name.family': 'Berg', birthDate: '1941-04-03', sex: 'MALE' };
    expect(missingFields(values)).toEqual({});
    expect(Object.keys(missingFields({ ...values, 'marks.letterAddress.city': 'Assen' }))).toEqual([
      'marks.letterAddress.recipient',
    ]);
  });
});
