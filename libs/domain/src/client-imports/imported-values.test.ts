import { describe, expect, it } from '@jest/globals';
import { IMPORT_FIELDS } from './import-codes.ts';
import { fieldOfHeader, headerKey, mapHeaders } from './header-spellings.ts';
import { splitAddress, splitHouse } from './imported-address.ts';
import { dayOfExcelSerial, readBirthDate } from './imported-birth-date.ts';
import { readNameUse, readSex } from './imported-codes.ts';
import { matchGp } from './match-gp.ts';

const TODAY = '2026-11-22';

describe('a date of birth in a HIS export', () => {
  it.each([
    '03-04-1941', '3-4-1941', '03/04/1941', '3.4.1941', '03041941', '3041941', '19410403', '1941-04-03', '1941/4/3', '3 apr 1941',
    '03-04-1941 00:00:00', '1941-04-03T00:00:00', '1941-04-03T00:00:00.000Z', '3-4-1941 0:00', '15069', '15069.0', ' 03-04-1941 ',
  ])('reads %s as 3 April 1941', (cell) => {
    expect(readBirthDate(cell, TODAY)).toEqual({ day: '1941-04-03' });
  }); // prettier-ignore

  it.each([
    ['', 'BIRTH_DATE_MISSING'], ['31-02-1941', 'BIRTH_DATE_IMPOSSIBLE'], ['29-02-1900', 'BIRTH_DATE_IMPOSSIBLE'],
    ['1900-02-29', 'BIRTH_DATE_IMPOSSIBLE'], ['onbekend', 'BIRTH_DATE_IMPOSSIBLE'], ['13-13-1941', 'BIRTH_DATE_IMPOSSIBLE'],
    ['60', 'BIRTH_DATE_IMPOSSIBLE'], ['1941-04-02T22:00:00Z', 'BIRTH_DATE_IMPOSSIBLE'], ['19411301', 'BIRTH_DATE_IMPOSSIBLE'],
    ['3-4-41', 'BIRTH_DATE_SHORT_YEAR'], ['030441', 'BIRTH_DATE_SHORT_YEAR'], ["3 apr '41", 'BIRTH_DATE_SHORT_YEAR'],
    ['00-04-1941', 'BIRTH_DATE_INCOMPLETE'], ['03-00-1941', 'BIRTH_DATE_INCOMPLETE'], ['00-00-1941', 'BIRTH_DATE_INCOMPLETE'],
    ['0-0-1941', 'BIRTH_DATE_INCOMPLETE'], ['1941-00-00', 'BIRTH_DATE_INCOMPLETE'], ['1941-04-00', 'BIRTH_DATE_INCOMPLETE'],
    ['19410000', 'BIRTH_DATE_INCOMPLETE'], ['19410400', 'BIRTH_DATE_INCOMPLETE'], ['00001941', 'BIRTH_DATE_INCOMPLETE'],
    ['00041941', 'BIRTH_DATE_INCOMPLETE'], ['03001941', 'BIRTH_DATE_INCOMPLETE'], ['1941', 'BIRTH_DATE_INCOMPLETE'],
    ['04-1941', 'BIRTH_DATE_INCOMPLETE'], ['??-??-1941', 'BIRTH_DATE_INCOMPLETE'],
    ['23-11-2026', 'BIRTH_DATE_IN_FUTURE'], ['31-12-1899', 'BIRTH_DATE_BEFORE_1900'], ['18991231', 'BIRTH_DATE_BEFORE_1900'],
  ])('refuses %j: %s', (cell, problem) => {
    expect(readBirthDate(cell, TODAY)).toEqual({ problem });
  }); // prettier-ignore

  it('takes the first and the last possible day', () => {
    expect(readBirthDate('01-01-1900', TODAY)).toEqual({ day: '1900-01-01' });
    expect(readBirthDate('22-11-2026', TODAY)).toEqual({ day: TODAY });
    expect(readBirthDate('20101941', TODAY)).toEqual({ day: '1941-10-20' });
    expect(readBirthDate('19241020', TODAY)).toEqual({ day: '1924-10-20' });
  });

  it.each([
    [1, '1900-01-01'], [59, '1900-02-28'], [61, '1900-03-01'], [15069, '1941-04-03'], [20515, '1956-03-01'],
  ])('knows the spreadsheet number %d', (serial, day) => {
    expect(dayOfExcelSerial(serial)).toBe(day);
  }); // prettier-ignore

  it.each([0, -1, 60, 1.5, Number.NaN, 2_958_466])('knows no day for the number %d', (serial) => {
    expect(dayOfExcelSerial(serial)).toBeUndefined();
  });
});

describe('headers', () => {
  it.each([
    ['Achternaam', 'FAMILY'], ['ACHTERNAAM', 'FAMILY'], ['achter-naam', 'FAMILY'], ['geb.datum', 'BIRTH_DATE'], ['Gebdat', 'BIRTH_DATE'],
    ['Geboorte datum', 'BIRTH_DATE'], ['BSN-nummer', 'BSN'], ['B.S.N.', 'BSN'], ['pat.nr', 'HIS_NUMBER'], ['Patiëntnummer', 'HIS_NUMBER'],
    ['Pat. nr.', 'HIS_NUMBER'], ['huisnr', 'HOUSE_NUMBER'], ['huisnr.', 'HOUSE_NUMBER'], ['toev.', 'SUFFIX'], ['Tel.', 'PHONE'],
    ['tel', 'PHONE'], ['Mobiel', 'MOBILE'], ['m/v', 'SEX'], ['Voorvoegsel(s)', 'PREFIX'], ['tussenv.', 'PREFIX'], ['Post code', 'POSTCODE'],
    ['Woonplaats', 'CITY'], ['Huisarts', 'GP'], ['\uFEFFVoorletters', 'INITIALS'],
    ['Geslacht (M/V)', 'SEX'], ['Geboortedatum (dd-mm-jjjj)', 'BIRTH_DATE'], ['patient_achternaam', 'FAMILY'], ['Cliënt: postcode', 'POSTCODE'],
    ['pat_straat', 'STREET'], ['Woonplaats patiënt', 'CITY'], ['patiënt', undefined], ['Telefoon contactpersoon', undefined],
  ])('%s is %s', (header, field) => {
    expect(fieldOfHeader(header)).toBe(field);
  }); // prettier-ignore

  it('know every field by at least one spelling', () => {
    const headers = [
      'Achternaam', 'Voorvoegsel', 'Voorletters', 'Voornaam', 'Achternaam partner', 'Voorvoegsel partner', 'Naamgebruik', 'Geslacht',
      'Geboortedatum', 'BSN', 'HIS-nummer', 'Straat', 'Huisnummer', 'Toevoeging', 'Adres', 'Postcode', 'Woonplaats', 'Telefoon',
      'Mobiel', 'Huisarts',
    ]; // prettier-ignore
    expect(headers.map(fieldOfHeader)).toEqual([...IMPORT_FIELDS]);
    expect(headerKey('  Achter-naam (eigen) ')).toBe('achternaameigen');
    expect(fieldOfHeader('Kleur ogen')).toBeUndefined();
  });

  it('give a field once, to the first column that claims it', () => {
    expect(mapHeaders(['Naam', 'Telefoon', 'Telefoon', 'Kleur'])).toEqual(['FAMILY', 'PHONE', null, null]);
  });

  it('take "adres" for the street where house numbers have a column of their own', () => {
    expect(mapHeaders(['Adres', 'Huisnr'])).toEqual(['STREET', 'HOUSE_NUMBER']);
    expect(mapHeaders(['Adres'])).toEqual(['ADDRESS']);
  });

  it('follow what the practice said before', () => {
    expect(mapHeaders(['Kolom X', 'Huisarts'], { kolomx: 'HIS_NUMBER', huisarts: null })).toEqual(['HIS_NUMBER', null]);
  });
});

describe('codes', () => {
  it.each([
    ['m', 'MALE'], ['M', 'MALE'], ['man', 'MALE'], ['1', 'MALE'], ['Mnl', undefined], ['v', 'FEMALE'], ['Vrouw', 'FEMALE'], ['F', 'FEMALE'],
    ['2', 'FEMALE'], ['mevr.', 'FEMALE'], ['x', 'OTHER'], ['o', 'UNKNOWN'], ['onbekend', 'UNKNOWN'], ['', undefined], ['?', undefined],
    ['z', undefined], ['3', undefined], ['de', undefined],
  ])('the sex %j is %s', (cell, sex) => {
    expect(readSex(cell)).toBe(sex);
  }); // prettier-ignore

  it.each([
    ['NL3', 'PARTNER_OWN'], ['E', 'OWN'], ['P', 'PARTNER'], ['V', 'PARTNER_OWN'], ['N', 'OWN_PARTNER'], ['own_partner', 'OWN_PARTNER'],
    ['?', undefined],
  ])('the name usage %j is %s', (cell, use) => {
    expect(readNameUse(cell)).toBe(use);
  }); // prettier-ignore
});

describe('addresses', () => {
  it.each([
    ['12', '12', ''], ['12a', '12', 'a'], ['12 a', '12', 'a'], ['12-a', '12', 'a'], ['12 bis', '12', 'bis'], ['12-14', '12', '14'],
    ['t.o. 3', 't.o. 3', ''],
  ])('%s is house %s with suffix %j', (text, houseNumber, suffix) => {
    expect(splitHouse(text)).toEqual({ houseNumber, suffix });
  }); // prettier-ignore

  it.each([
    ['Dorpsstraat 12a', 'Dorpsstraat', '12', 'a'], ['Plein 1944 12', 'Plein 1944', '12', ''], ['2e Dwarsweg 5 II', '2e Dwarsweg', '5', 'II'],
    ['Dorpsstraat', 'Dorpsstraat', '', ''],
  ])('%s is %s, %s, %j', (text, street, houseNumber, suffix) => {
    expect(splitAddress(text)).toEqual({ street, houseNumber, suffix });
  }); // prettier-ignore
});

describe('the GP in a file', () => {
  const gps = [
    { id: 'a', name: 'dr. Anna de Boer' },
    { id: 'b', name: 'B. de Boer' },
    { id: 'c', name: 'C. Jansen' },
  ];
  it.each([
    ['Boer, A. de', 'a'], ['Anna de Boer', 'a'], ['de Boer', undefined], ['B. de Boer', 'b'], ['Jansen', 'c'], ['dr. C. Jansen', 'c'],
    ['J. Jansen', undefined], ['C', undefined], ['Pietersen', undefined],
  ])('%s is %s', (cell, id) => {
    expect(matchGp(cell, gps)).toBe(id);
  }); // prettier-ignore
});
