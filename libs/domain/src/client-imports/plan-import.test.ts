import { describe, expect, it } from '@jest/globals';
import { mapHeaders } from './header-spellings.ts';
import { planImport } from './plan-import.ts';
import type { PlanContext, RegisteredClient } from './plan-types.ts';

const HEADERS =
  'HIS-nummer;Achternaam;Voorvoegsel;Voorletters;Geslacht;Geboortedatum;BSN;Straat;Huisnr;Toev;Postcode;Plaats;Tel;Huisarts';
const GP = { id: 'gp-1', name: 'A. de Boer' };

function client(
  id: string,
  change: Partial<RegisteredClient['person']> = {},
  more: Partial<RegisteredClient> = {},
): RegisteredClient {
  const person = {
    family: 'Berg', prefix: 'van der', initials: 'J.M.', given: null, partnerFamily: null, partnerPrefix: null, nameUse: 'OWN',
    sex: 'FEMALE', birthDate: '1941-04-03', hisNumber: id, street: 'Dorpsstraat', houseNumber: '12', suffix: 'a', postcode: '9501 AB',
    city: 'Stadskanaal', phone: '+31599123456', gpId: GP.id, ...change,
  }; // prettier-ignore
  return {
    id,
    status: 'ACTIVE',
    restricted: false,
    duplicateKey: (person.family ?? '').toLowerCase(),
    bsnKey: null,
    person,
    ...more,
  };
}

function plan(lines: readonly string[], register: readonly RegisteredClient[] = [], headers = HEADERS) {
  const context: PlanContext = {
    fields: mapHeaders(headers.split(';')), gps: [GP], today: '2026-11-22', register, bsnKeyOf: (bsn) => `key ${bsn}`,
  }; // prettier-ignore
  return planImport(lines.map((line, index) => ({ lineNumber: index + 2, cells: line.split(';') })), context); // prettier-ignore
}

const SAME = '1;Berg;van der;J.M.;v;03-04-1941;;Dorpsstraat;12;a;9501AB;Stadskanaal;0599-123456;de Boer';

describe('the plan of an import', () => {
  it('leaves a client alone who is as the file says', () => {
    const { rows, missing } = plan([SAME], [client('1')]);
    expect(rows).toMatchObject([{ lineNumber: 2, status: 'UNCHANGED', clientId: '1', changes: [], errors: [] }]);
    expect(missing).toEqual([]);
  });

  it('shows old and new value of what changes, and lets an empty cell erase nothing', () => {
    const { rows } = plan(['1;Berg;van der;J.M.;v;03-04-1941;;;;;;;0599-654321;'], [client('1')]);
    expect(rows).toMatchObject([
      { status: 'UPDATE', changes: [{ key: 'phone', from: '+31599123456', to: '+31599654321' }] },
    ]);
  });

  it('takes prefix and suffix along with a name or house that changes', () => {
    const { rows } = plan(['1;Jansen;;J.M.;v;03-04-1941;;Dorpsstraat;14;;;;;'], [client('1')]);
    expect(rows[0]?.changes).toEqual([
      { key: 'family', from: 'Berg', to: 'Jansen' },
      { key: 'houseNumber', from: '12', to: '14' },
      { key: 'prefix', from: 'van der', to: null },
      { key: 'suffix', from: 'a', to: null },
    ]);
  });

  it('matches by BSN, and refuses a row whose numbers belong to two clients', () => {
    const register = [
      client('1', {}, { bsnKey: 'key 999911120' }),
      client('2', { family: 'Bos', birthDate: '1940-01-01' }),
    ];
    expect(plan([';Berg;van der;J.M.;v;03-04-1941;999911120;;;;;;;'], register).rows[0]).toMatchObject({
      status: 'UNCHANGED',
    });
    const { rows, missing } = plan(['2;Berg;van der;J.M.;v;03-04-1941;999911120;;;;;;;'], register);
    expect(rows[0]).toMatchObject({
      status: 'ERROR',
      errors: [{ code: 'NUMBERS_OF_TWO_CLIENTS', field: 'HIS_NUMBER' }],
      without: null,
    });
    expect(missing).toEqual([]);
  });

  it('says that a BSN changes without telling the old one', () => {
    const { rows } = plan(
      ['1;Berg;van der;J.M.;v;03-04-1941;999911120;;;;;;;'],
      [client('1', {}, { bsnKey: 'key 111222333' })],
    );
    expect(rows[0]).toMatchObject({
      status: 'UPDATE',
      changes: [{ key: 'bsn', from: '', to: '999911120' }],
      notices: ['BSN_CHANGES'],
    });
  });

  it('names every fault of a row', () => {
    const { rows } = plan([';;;J.;q;31-02-1941;123456789;;;;0123 AB;;12;']);
    expect(rows[0]?.errors.map(({ code }) => code)).toEqual([
      'FAMILY_MISSING', 'SEX_UNKNOWN', 'BIRTH_DATE_IMPOSSIBLE', 'BSN_INVALID', 'POSTCODE_INVALID', 'PHONE_INVALID',
    ]); // prettier-ignore
    expect(rows[0]).toMatchObject({ status: 'ERROR', without: null });
  });

  it('offers a row without its faulty BSN, postcode or phone', () => {
    const { rows } = plan(['9;Bos;;J.;v;3-4-1941;123456789;;;;0123 AB;;12;']);
    expect(rows[0]).toMatchObject({
      status: 'ERROR',
      without: { status: 'CREATE', person: { family: 'Bos', hisNumber: '9' } },
    });
    expect(rows[0]?.without?.person).not.toHaveProperty('bsn');
  });

  it('calls the later row of a repeated number a duplicate', () => {
    const { rows } = plan([
      '9;Bos;;J.;v;3-4-1941;;;;;;;;',
      '9;Vos;;K.;m;4-4-1941;;;;;;;;',
      ';Bos;;A.;v;5-5-1941;999911120;;;;;;;',
      ';Bos;;A.;v;5-5-1941;999911120;;;;;;;',
    ]);
    expect(rows.map(({ status }) => status)).toEqual(['CREATE', 'DUPLICATE', 'CREATE', 'DUPLICATE']);
    expect(rows[1]).toMatchObject({
      duplicate: { of: 'ROW', lineNumber: 2, keys: ['hisNumber'] },
      without: { status: 'CREATE' },
    });
    expect(rows[3]).toMatchObject({ duplicate: { of: 'ROW', lineNumber: 4, keys: ['bsn'] }, without: null });
  });

  it('recognises a BSN that lost its zero as the same number', () => {
    const { rows } = plan([';Bos;;A.;v;5-5-1941;012345672;;;;;;;', ';Mos;;B.;v;6-5-1941;12345672;;;;;;;']);
    expect(rows.map(({ status }) => status)).toEqual(['CREATE', 'DUPLICATE']);
  });

  it('calls a whole row that is repeated a duplicate, also without numbers', () => {
    const { rows } = plan([
      ';Bos;;A.;v;5-5-1941;;;;;;;;',
      ';Bos;;A.;v;5-5-1941;;;;;;;;',
      ';Bos;;B.;v;5-5-1941;;;;;;;;',
    ]);
    expect(rows.map(({ status }) => status)).toEqual(['CREATE', 'DUPLICATE', 'CREATE']);
  });

  it('calls a client with the same name and birth date a possible duplicate, and not missing', () => {
    const { rows, missing } = plan(['77;BÉRG;;K.;v;03-04-1941;;;;;;;;'], [client('1')]);
    expect(rows[0]).toMatchObject({
      status: 'DUPLICATE',
      duplicate: { of: 'REGISTER', candidates: [{ id: '1', isTaken: false }] },
    });
    expect(missing).toEqual([]);
  });

  it('knows who is not in the file, and leaves out who has left', () => {
    const register = [
      client('1'),
      client('2', { family: 'Vos' }),
      client('3', { family: 'Mos' }, { status: 'DECEASED' }),
    ];
    expect(plan([SAME], register).missing).toEqual(['2']);
  });

  it('changes the record of someone who died without bringing her back, and says so', () => {
    const { rows } = plan([SAME.replace('123456', '123457')], [client('1', {}, { status: 'DECEASED' })]);
    expect(rows[0]).toMatchObject({ status: 'UPDATE', notices: ['NOT_ACTIVE'] });
    expect(rows[0]?.changes.map(({ key }) => key)).toEqual(['phone']);
  });

  it('leaves a restricted record as it is', () => {
    const { rows } = plan([SAME.replace('123456', '123457')], [client('1', {}, { restricted: true })]);
    expect(rows[0]).toMatchObject({ status: 'UNCHANGED', notices: ['RESTRICTED'] });
  });

  it('splits a prefix only where the file has no column for it', () => {
    const headers = 'Achternaam;Geslacht;Geboortedatum';
    expect(plan(['van der Berg;v;3-4-1941'], [], headers).rows[0]?.person).toMatchObject({
      prefix: 'van der',
      family: 'Berg',
    });
    expect(
      plan(['van der Berg;;v;3-4-1941'], [], 'Achternaam;Voorvoegsel;Geslacht;Geboortedatum').rows[0]?.person,
    ).toMatchObject({ family: 'van der Berg' });
  });

  it('refuses rows that a stray delimiter or line break put out of joint', () => {
    const headers = 'Achternaam;Geslacht;Geboortedatum;Straat;Plaats';
    const { rows } = plan(
      ['Bos;v;3-4-1941;Laan; achter;Assen', 'Vos;v;3-4-1941;La', 'an;Assen', 'Mos;v;3-4-1941'],
      [],
      headers,
    );
    expect(rows.map(({ errors }) => errors[0]?.code)).toEqual([
      'TOO_MANY_CELLS',
      'BROKEN_LINE',
      'BROKEN_LINE',
      undefined,
    ]);
  });

  it('keeps letters together and refuses what cannot be read or kept', () => {
    expect(plan([`9;Zoe\u0308;;J.;v;3-4-1941;;;;;;;;`]).rows[0]?.person.family).toBe('Zoë');
    expect(plan([`9;Zo\uFFFD;;J.;v;3-4-1941;;;;;;;;`]).rows[0]?.errors).toMatchObject([
      { code: 'UNREADABLE', field: 'FAMILY' },
    ]);
    expect(plan([`9;${'a'.repeat(200)};;J.;v;3-4-1941;;;;;;;;`]).rows[0]?.status).toBe('CREATE');
    expect(plan([`9;${'a'.repeat(201)};;J.;v;3-4-1941;;;;;;;;`]).rows[0]?.errors).toMatchObject([{ code: 'TOO_LONG' }]);
  });
});
