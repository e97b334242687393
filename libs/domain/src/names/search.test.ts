import { describe, expect, it } from '@jest/globals';
import { normaliseForSearch } from './normalise.ts';
import type { PersonName } from './person-name.ts';
import { matchesSearch, searchForms } from './search-forms.ts';
import { searchQuery } from './search-query.ts';

const TODAY = '2026-10-02';

function finds(text: string, name: PersonName): boolean {
  return matchesSearch(searchForms(name), searchQuery(text, TODAY).nameTokens);
}

const BERG: PersonName = {
  initials: 'J.M.',
  given: 'Johanna',
  prefix: 'van den',
  family: 'Berg',
  partnerPrefix: 'van der',
  partnerFamily: 'Giessen',
  use: 'OWN',
};

describe('normaliseForSearch', () => {
  it.each([
    ['Ümit Şahin', 'umit sahin'],
    ['IŞIK ışık İnci', 'isik isik inci'],
    ['Søren Łukasz', 'soren lukasz'],
    ['Groß ẞ Ærø œuvre', 'gross ss aero oeuvre'],
    ['Dĳk Ĳssel', 'dijk ijssel'],
    ['d’Ancona', 'dancona'],
    ["'t Hooft", 't hooft'],
    ['Smit - Jansen', 'smit jansen'],
    ['v.d. Berg', 'v d berg'],
    ['Đorđe', 'dorde'],
    ['Иван', 'иван'],
    ['  ', ''],
  ])('%s is %s, composed or not', (text, normalised) => {
    expect(normaliseForSearch(text.normalize('NFC'))).toBe(normalised);
    expect(normaliseForSearch(text.normalize('NFD'))).toBe(normalised);
  });
});

describe('search by name', () => {
  it.each([
    'berg',
    'BERG',
    'van den berg',
    'vd berg',
    'v.d. berg',
    'v.d.berg',
    'v/d Berg',
    'vdberg',
    'vandenberg',
    'den berg',
    'giessen',
    'van der giessen',
    'vd giessen',
    'giessen berg',
    'berg-van der giessen',
    'J.M. van den Berg',
    'jm berg',
    'berg j',
    'johanna',
    'joh ber',
    'bérg',
    '',
  ])('%j finds J.M. van den Berg, partner Van der Giessen', (text) => {
    expect(finds(text, BERG)).toBe(true);
  });

  it.each(['bergsma', 'ten berg', 'berg k', 'erg', 'jansen'])('%j does not', (text) => {
    expect(finds(text, BERG)).toBe(false);
  });

  it.each([
    ['sahin', { family: 'Şahin' }],
    ['ŞAHİN', { family: 'Sahin' }],
    ['obrien', { family: "O'Brien" }],
    ["o'brien", { family: 'O’Brien' }],
    ['o brien', { family: "O'Brien" }],
    ['ancona', { prefix: "d'", family: 'Ancona' }],
    ["d'ancona", { prefix: "d'", family: 'Ancona' }],
    ['ancona', { family: 'd’Ancona' }],
    ["'t hooft", { prefix: "'t", family: 'Hooft' }],
    ['hooft', { family: "'t Hooft" }],
    ["van 't hof", { prefix: "van 't", family: 'Hof' }],
    ['vd meulen', { family: 'van der Meulen' }],
    ['jansen', { family: 'Smit-Jansen' }],
    ['dijk', { family: 'Dĳk' }],
    ['el hamdaoui', { prefix: 'El', family: 'Hamdaoui' }],
  ])('%s finds %j', (text, name) => {
    expect(finds(text, name)).toBe(true);
  });
});

describe('searchQuery', () => {
  it.each([
    ['berg 1941', { nameTokens: ['berg'], birthYear: 1941 }],
    ['1941 van den Berg', { nameTokens: ['van', 'den', 'berg'], birthYear: 1941 }],
    ['3-4-1941', { nameTokens: [], birthDate: '1941-04-03' }],
    ['berg 3-4-1941', { nameTokens: ['berg'], birthDate: '1941-04-03' }],
    ['3 april 1941 berg', { nameTokens: ['berg'], birthDate: '1941-04-03' }],
    ['berg 3 apr. 1941', { nameTokens: ['berg'], birthDate: '1941-04-03' }],
    ['1941-04-03', { nameTokens: [], birthDate: '1941-04-03' }],
    ['berg 03041941', { nameTokens: ['berg'], birthDate: '1941-04-03' }],
    ['03041941', { nameTokens: [], birthDate: '1941-04-03', hisNumber: '03041941' }],
    ['10482', { nameTokens: [], hisNumber: '10482' }],
    ['10482 3-4-1941 berg', { nameTokens: ['berg'], birthDate: '1941-04-03', hisNumber: '10482' }],
    ['berg 10482', { nameTokens: ['berg'], hisNumber: '10482' }],
    ['1941', { nameTokens: [], birthYear: 1941, hisNumber: '1941' }],
    ['1899', { nameTokens: [], hisNumber: '1899' }],
    ['2026', { nameTokens: [], birthYear: 2026, hisNumber: '2026' }],
    ['2027', { nameTokens: [], hisNumber: '2027' }],
    ['31-02-1941', { nameTokens: [], hisNumber: '31-02-1941' }],
    ['', { nameTokens: [] }],
    [' - ', { nameTokens: [] }],
  ])('%j', (text, query) => {
    expect(searchQuery(text, TODAY)).toEqual(query);
  });

  it('reads no more than 200 characters', () => {
    expect(searchQuery(`${'a '.repeat(200)}berg`, TODAY).nameTokens).toEqual(Array(100).fill('a'));
  });
});
