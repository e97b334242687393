import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import iconv from 'iconv-lite';
import { BulkWriteClients } from '../clients/bulk-write-clients.service.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import type { ClientImportRowView, ClientImportView } from './client-import.dto.ts';

const HEADER =
  'Patiëntnr;Achternaam;Voorvoegsel;Voorletters;Geslacht;Geboortedatum;BSN;Straat;Huisnr;Toev;Postcode;Woonplaats;Telefoon';
const BERG = '10482;Berg;van der;J.M.;V;03-04-1941;999911120;Dorpsstraat;12;a;9501AB;Stadskanaal;0599-123456';
const BOS = '10483;Bös;;K.;M;19390502;111222333;Kerkstraat;3;;9501 AC;Stadskanaal;0612345678';

let stack: TestApp;
let assistant: Agent;
let nurse: Agent;

beforeAll(async () => {
  stack = await startTestApp();
  assistant = await stack.as('PRACTICE_ASSISTANT');
  nurse = await stack.as('PRACTICE_NURSE');
});
afterAll(() => stack.close());

const csv = (...lines: string[]): string => [HEADER, ...lines, ''].join('\r\n');

const send = (agent: Agent, content: Buffer | string, name = 'his.csv', query = '') =>
  agent.post(`/api/v1/client-imports${query}`).attach('file', Buffer.from(content), name);

async function upload(content: Buffer | string, name?: string, query?: string): Promise<ClientImportView> {
  return (await send(assistant, content, name, query).expect(201)).body as ClientImportView;
}

async function rowsOf(id: string, status?: string): Promise<ClientImportRowView[]> {
  const { body } = await assistant.get(`/api/v1/client-imports/${id}/rows?limit=200${status ? `&status=${status}` : ''}`).expect(200); // prettier-ignore
  return body.items as ClientImportRowView[];
}

async function commit(id: string): Promise<{ state: string; problemCode?: string; href?: string }> {
  const { body } = await assistant.post(`/api/v1/client-imports/${id}/commit`).expect(202);
  await stack.workJobs();
  return (await assistant.get(`/api/v1/jobs/${body.jobId}`).expect(200)).body;
}

const change = (id: string, version: number, body: object) =>
  assistant.patch(`/api/v1/client-imports/${id}`).set('If-Match', `"${version}"`).send(body);

const count = async (table: string): Promise<number> =>
  (await stack.owner.query<{ n: number }>(`SELECT count(*)::integer AS n FROM care.${table}`)).rows[0]?.n ?? -1;

describe('an import', () => {
  it('shows what will happen, does exactly that, and changes nothing the second time', async () => {
    const taken = await upload(csv(BERG, BOS));
    expect(taken).toMatchObject({
      status: 'REVIEW', encoding: 'UTF-8', delimiter: ';', missingFields: [],
      summary: { create: 2, update: 0, unchanged: 0, missing: 0, error: 0, duplicate: 0 },
      outcomes: { creates: 2, updates: 0, statuses: 0, nothings: 0 },
    }); // prettier-ignore
    expect(taken.columns.slice(0, 2)).toEqual([
      { index: 0, header: 'Patiëntnr', field: 'HIS_NUMBER', examples: ['10482', '10483'] },
      { index: 1, header: 'Achternaam', field: 'FAMILY', examples: ['Berg', 'Bös'] },
    ]);
    expect(await count('client')).toBe(0);
    const rows = await rowsOf(taken.id);
    expect(rows).toMatchObject([
      { lineNumber: 2, status: 'CREATE', outcome: 'CREATE', birthDate: '1941-04-03', bsn: '*****1120', options: ['CREATE', 'SKIP'] },
      { lineNumber: 3, status: 'CREATE', name: { family: 'Bös' }, birthDate: '1939-05-02' },
    ]); // prettier-ignore
    expect(JSON.stringify([taken, rows])).not.toMatch(/999911120|111222333/);
    expect(await commit(taken.id)).toMatchObject({ state: 'DONE', href: `/api/v1/client-imports/${taken.id}` });
    const { body } = await assistant.post('/api/v1/clients/search').send({ text: 'berg' }).expect(200);
    const client = (await assistant.get(`/api/v1/clients/${body.items[0].id}`).expect(200)).body;
    expect(client).toMatchObject({
      hisNumber: '10482', bsn: '*****1120', name: { initials: 'J.M.', prefix: 'van der', family: 'Berg', use: 'OWN' }, sex: 'FEMALE',
      birthDate: '1941-04-03', phone: '0599 123456', status: 'ACTIVE', livesAtHome: true,
      address: { street: 'Dorpsstraat', houseNumber: '12', suffix: 'a', postcode: '9501 AB', city: 'Stadskanaal' },
    }); // prettier-ignore
    const again = await upload(csv(BERG, BOS));
    expect(again.summary).toMatchObject({ create: 0, update: 0, unchanged: 2, missing: 0 });
    expect(await commit(again.id)).toMatchObject({ state: 'DONE' });
    expect((await assistant.get(`/api/v1/clients/${client.id}`)).body.version).toBe(1);
  });

  it('opens a new record to whom a record made by hand is open', async () => {
    const { rows } = await stack.owner.query(
      `SELECT c.his_number, count(b.*)::integer AS bases FROM care.client c LEFT JOIN care.access_basis b ON b.client_id = c.id GROUP BY 1 ORDER BY 1`,
    );
    const made = await assistant.post('/api/v1/clients').send({ name: { family: 'Handwerk' }, sex: 'MALE', birthDate: '1930-01-01', hisNumber: 'hand' }).expect(201); // prettier-ignore
    const byHand = await stack.owner.query('SELECT count(*)::integer AS bases FROM care.access_basis WHERE client_id = $1', [made.body.id]); // prettier-ignore
    expect(rows.map(({ bases }) => bases)).toEqual([byHand.rows[0].bases, byHand.rows[0].bases]);
    expect(byHand.rows[0].bases).toBeGreaterThan(0);
  });

  it('keeps no BSN or name of a file in the open, and forgets what it said once it is used', async () => {
    const { id } = await upload(csv(BERG.replace('0599-123456', '0599-654321')));
    const dump = async () =>
      JSON.stringify((await stack.owner.query(
        `SELECT to_jsonb(i) AS i, (SELECT jsonb_agg(to_jsonb(r)) FROM care.client_import_row r WHERE r.import_id = i.id) AS r
         FROM care.client_import i WHERE i.id = $1`, [id])).rows); // prettier-ignore
    expect(await dump()).not.toMatch(/999911120|Berg|Dorps/);
    expect((await rowsOf(id, 'UPDATE'))[0]?.changes).toEqual([
      { field: 'phone', from: '0599 123456', to: '0599 654321' },
    ]);
    await commit(id);
    expect(await dump()).toMatch(/"sealed_table":null/);
    expect(await dump()).not.toMatch(/"sealed":"/);
    expect(await rowsOf(id)).toMatchObject([{ lineNumber: 2, status: 'UPDATE', name: null }, { status: 'MISSING' }, { status: 'MISSING' }]); // prettier-ignore
  });

  it('keeps rows at fault for seven days, for whoever mends them in the HIS', async () => {
    const { id } = await upload(csv(BERG.replace('0599-123456', '0599-654321'), '500;Fout;;F.;q;1-1-1940;;;;;;;'));
    await commit(id);
    expect(await rowsOf(id, 'ERROR')).toMatchObject([{ lineNumber: 3, errors: [{ code: 'SEX_UNKNOWN', value: 'q' }] }]);
    await stack.owner.query(`UPDATE care.client_import SET made_at = made_at - interval '8 days' WHERE id = $1`, [id]);
    await assistant.get('/api/v1/client-imports').expect(200);
    expect(await rowsOf(id, 'ERROR')).toMatchObject([{ lineNumber: 3, name: null, errors: [] }]);
  });

  it('writes a row in the log of each client it changed', async () => {
    const { rows } = await stack.owner.query(
      `SELECT e.event_type, e.authorisation_rule FROM audit.event e JOIN care.client c ON c.id = e.client_id
       WHERE c.his_number = '10482' AND e.action IN ('C', 'U') ORDER BY e.seq`,
    );
    expect(rows).toEqual([
      { event_type: 'CREATE_CLIENT', authorisation_rule: 'CLIENT_IMPORT.FINALISE.PRACTICE_ASSISTANT' },
      { event_type: 'UPDATE_CLIENT', authorisation_rule: 'CLIENT_IMPORT.FINALISE.PRACTICE_ASSISTANT' },
    ]);
  });
});

describe('decisions', () => {
  it('take a row without its faulty BSN, postcode or phone, one by one or in bulk', async () => {
    const taken = await upload(csv('1;Alfa;;A.;v;1-1-1940;123456789;;;;;;', '2;Beta;;B.;v;1-1-1940;;;;;0123 AB;;12', '3;Gamma;;C.;q;1-1-1940;1;;;;;;')); // prettier-ignore
    expect(taken.summary).toMatchObject({ error: 3 });
    const rows = await rowsOf(taken.id, 'ERROR');
    expect(rows.map(({ options }) => options)).toEqual([['SKIP', 'IMPORT_WITHOUT'], ['SKIP', 'IMPORT_WITHOUT'], []]);
    expect(rows[1]).toMatchObject({
      errors: [{ field: 'POSTCODE', code: 'POSTCODE_INVALID', detail: 'Postcode ongeldig', value: '0123 AB' }, { field: 'PHONE', value: '12' }],
      without: { fields: ['postcode', 'phone'], status: 'CREATE' },
    }); // prettier-ignore
    const one = await change(taken.id, 1, { decisions: [{ lineNumber: 2, decision: 'IMPORT_WITHOUT' }] }).expect(200);
    expect(one.body).toMatchObject({ version: 2, outcomes: { creates: 1 } });
    const all = await change(taken.id, 2, { decisions: [{ status: 'ERROR', decision: 'IMPORT_WITHOUT' }] }).expect(200);
    expect(all.body).toMatchObject({ outcomes: { creates: 2 } });
    const back = await change(taken.id, 3, { decisions: [{ ordinal: 1, decision: null }] }).expect(200);
    expect(back.body).toMatchObject({ outcomes: { creates: 1 } });
    await change(taken.id, 4, { decisions: [{ lineNumber: 4, decision: 'IMPORT_WITHOUT' }] }).expect(400);
    await change(taken.id, 1, { decisions: [] }).expect(412);
    await assistant.patch(`/api/v1/client-imports/${taken.id}`).send({}).expect(428);
    expect(await commit(taken.id)).toMatchObject({ state: 'DONE' });
    const { rows: made } = await stack.owner.query(`SELECT family_name, bsn_bidx FROM care.client WHERE family_name IN ('Alfa', 'Beta', 'Gamma')`); // prettier-ignore
    expect(made).toEqual([{ family_name: 'Alfa', bsn_bidx: null }]);
  });

  it('let a person say who a possible duplicate is', async () => {
    const taken = await upload(csv('77;BERG;van der;J.;v;03-04-1941;;;;;;;', '78;Berg;;Q.;v;03-04-1941;;;;;;;'));
    const [row] = await rowsOf(taken.id, 'DUPLICATE');
    const candidate = row?.duplicate?.candidates[0];
    expect(row).toMatchObject({ outcome: 'NOTHING', options: ['SKIP', 'CREATE', 'UPDATE'] });
    expect(candidate).toMatchObject({
      name: { family: 'Berg', prefix: 'van der' },
      hisNumber: '10482',
      isTaken: false,
    });
    const decide = (lineNumber: number, more: object) => ({ lineNumber, decision: 'UPDATE', ...more });
    await change(taken.id, 1, { decisions: [decide(2, {})] }).expect(400);
    await change(taken.id, 1, { decisions: [decide(2, { clientId: taken.id })] }).expect(400);
    const twice = [decide(2, { clientId: candidate?.id }), decide(3, { clientId: candidate?.id })];
    const refused = await change(taken.id, 1, { decisions: twice }).expect(400);
    expect(refused.body.errors).toMatchObject([{ pointer: '/decisions/1/clientId', code: 'CLIENT_TAKEN' }]);
    const decided = await change(taken.id, 1, { decisions: [twice[0], { lineNumber: 3, decision: 'CREATE' }] }).expect(
      200,
    );
    expect(decided.body.outcomes).toMatchObject({ creates: 1, updates: 1 });
    expect(await commit(taken.id)).toMatchObject({ state: 'DONE' });
    const { rows } = await stack.owner.query(`SELECT his_number, family_name, initials FROM care.client WHERE birth_date = '1941-04-03' ORDER BY 1`); // prettier-ignore
    expect(rows).toEqual([
      { his_number: '77', family_name: 'BERG', initials: 'J.' },
      { his_number: '78', family_name: 'Berg', initials: 'Q.' },
    ]);
  });

  it('keep whoever is missing, unless somebody decides', async () => {
    const taken = await upload(csv(BOS));
    const missing = await rowsOf(taken.id, 'MISSING');
    expect(missing.length).toBe(taken.summary.missing);
    expect(missing[0]).toMatchObject({
      lineNumber: null,
      outcome: 'NOTHING',
      options: ['KEEP', 'MOVED', 'DEREGISTERED'],
    });
    const alfa = missing.find(({ name }) => name?.family === 'Alfa');
    await change(taken.id, 1, { decisions: [{ ordinal: alfa?.ordinal, decision: 'MOVED' }] }).expect(200);
    expect(await commit(taken.id)).toMatchObject({ state: 'DONE' });
    const { rows } = await stack.owner.query(
      `SELECT status, count(*)::integer AS n FROM care.client GROUP BY 1 ORDER BY 1`,
    );
    expect(rows).toEqual([{ status: 'ACTIVE', n: 4 }, { status: 'MOVED', n: 1 }]); // prettier-ignore
  });

  it('are refused once the import is used', async () => {
    const taken = await upload(csv(BOS));
    await commit(taken.id);
    const { version } = (await assistant.get(`/api/v1/client-imports/${taken.id}`)).body;
    const { body } = await change(taken.id, version, { decisions: [] }).expect(409);
    expect(body.code).toBe('WRONG_STATE');
  });
});

describe('columns', () => {
  it('are corrected by hand, which judges every row anew, and remembered per source', async () => {
    const file = ['Wie;Kunne;Wanneer;Nr', 'Pauw;v;1-2-1938;555', ''].join('\n');
    const taken = await upload(file, 'lijst.txt', '?source=MijnHIS');
    expect(taken).toMatchObject({
      hasHeader: true,
      summary: { error: 1 },
      missingFields: ['FAMILY', 'SEX', 'BIRTH_DATE'],
    });
    const mapping = [{ index: 0, field: 'FAMILY' }, { header: 'kunne', field: 'SEX' }, { index: 2, field: 'BIRTH_DATE' }]; // prettier-ignore
    const { body } = await change(taken.id, 1, { mapping }).expect(200);
    expect(body).toMatchObject({ missingFields: [], summary: { create: 1, error: 0 } });
    expect((await upload(file, 'lijst.txt', '?source=mijnhis')).summary).toMatchObject({ create: 1 });
    expect((await upload(file, 'lijst.txt', '?source=Ander')).summary).toMatchObject({ create: 0, error: 1 });
    const twice = [{ index: 0, field: 'SEX' }];
    expect((await change(taken.id, 2, { mapping: twice }).expect(400)).body.errors).toMatchObject([{ code: 'COLUMN_REPEATED' }]); // prettier-ignore
  });

  it('get their names by hand in a file without headers', async () => {
    const taken = await upload('Pauw;v;1-2-1938\nReiger;m;2-2-1938\n');
    expect(taken).toMatchObject({ hasHeader: false, summary: { error: 2 } });
    const mapping = ['FAMILY', 'SEX', 'BIRTH_DATE'].map((field, index) => ({ index, field }));
    expect((await change(taken.id, 1, { mapping }).expect(200)).body.summary).toMatchObject({ create: 2 });
    expect((await rowsOf(taken.id)).map(({ lineNumber }) => lineNumber).slice(0, 2)).toEqual([1, 2]);
  });
});

describe('a file', () => {
  const people = ['200;Zoë-Ångström;;J.;v;3-4-1941;;;;;;;', '201;Öz;;J.;v;3-4-1942;;;;;;;'];
  const text = csv(...people);
  it.each([
    ['UTF-8', Buffer.from(text), 'UTF-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`), 'UTF-8'],
    ['Windows-1252', iconv.encode(text, 'win1252'), 'WINDOWS-1252'],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]), 'UTF-16LE'],
  ])('in %s keeps its letters', async (_, content, encoding) => {
    const taken = await upload(content);
    expect(taken).toMatchObject({ encoding, summary: { create: 2, error: 0 } });
    expect((await rowsOf(taken.id, 'CREATE')).map(({ name }) => name?.family)).toEqual(['Zoë-Ångström', 'Öz']);
  });

  it.each([';', ',', '\t'])(
    'divided by %j is read with quotes and line breaks, and keeps its line numbers',
    async (delimiter) => {
      const lines = [
      ['Achternaam', 'Geslacht', 'Geboortedatum', 'Straat', 'Plaats'],
      ['Mus', 'v', '3-4-1941', `Laan${delimiter} achter`, 'As\r\nsen'],
      ['Vink', 'q', '3-4-1941', 'Weg "Noord"', ''],
      ['Spreeuw', 'm', '31-02-1941', '', 'Assen'],
    ]; // prettier-ignore
      const content = lines
        .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
        .join('\r\n');
      const taken = await upload(content);
      expect(taken).toMatchObject({ delimiter, summary: { create: 1, error: 2 } });
      const rows = (await rowsOf(taken.id)).filter(({ lineNumber }) => lineNumber !== null);
      expect(rows.map(({ lineNumber, status, errors }) => [lineNumber, status, errors[0]?.code])).toEqual([
      [2, 'CREATE', undefined], [4, 'ERROR', 'SEX_UNKNOWN'], [5, 'ERROR', 'BIRTH_DATE_IMPOSSIBLE'],
    ]); // prettier-ignore
    },
  );

  it('of Excel gives days without shifting them, and numbers their zeros back', async () => {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('Patiënten');
    sheet.addRow(['Achternaam', 'Geslacht', 'Geboortedatum', 'BSN', 'Telefoon', 'Huisnr']);
    sheet.addRow(['Specht', 'v', new Date(Date.UTC(1941, 3, 3)), 12345672, 599123456, 12]);
    sheet.addRow(['Uil', 'm', 15069, null, '06-12345678', '12a']);
    sheet.addRow([]);
    sheet.addRow(['Kraai', 'm', '1941-02-31', null, null, null]);
    const taken = await upload(Buffer.from(await book.xlsx.writeBuffer()), 'patienten.xlsx');
    expect(taken).toMatchObject({ format: 'XLSX', encoding: null, summary: { create: 2, error: 1 } });
    const rows = (await rowsOf(taken.id)).filter(({ lineNumber }) => lineNumber !== null);
    expect(rows).toMatchObject([
      { lineNumber: 2, birthDate: '1941-04-03', bsn: '*****5672' },
      { lineNumber: 3, birthDate: '1941-04-03' },
      { lineNumber: 5, errors: [{ code: 'BIRTH_DATE_IMPOSSIBLE' }] },
    ]);
  });

  it('of Excel with one damaged byte is refused, wherever it is', async () => {
    const book = new exceljs.Workbook();
    book.addWorksheet('Patiënten').addRows([['Achternaam', 'Geslacht', 'Geboortedatum'], ...Array.from({ length: 40 }, (_, n) => [`Specht ${n}`, 'v', '3-4-1941'])]); // prettier-ignore
    const sound = Buffer.from(await book.xlsx.writeBuffer());
    const sheetAt = sound.indexOf('xl/worksheets/sheet1.xml') + 40;
    for (const at of [sheetAt, sheetAt + 60, sheetAt + 200]) {
      const damaged = Buffer.from(sound);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      expect((await send(assistant, damaged, 'x.xlsx').expect(400)).body.code).toBe('IMPORT_BROKEN');
    }
    expect((await upload(sound, 'x.xlsx')).summary).toMatchObject({ create: 40 });
  });

  it('spoils one line with a quote too many, not the rest', async () => {
    const taken = await upload(csv('300;"Mees;;J.;v;3-4-1941;;;;;;;', '301;Meeuw;;J.;v;3-4-1941;;;;;;;'));
    expect((await rowsOf(taken.id)).slice(0, 2)).toMatchObject([
      { lineNumber: 2, status: 'ERROR', errors: [{ code: 'BROKEN_LINE' }] },
      { lineNumber: 3, status: 'CREATE' },
    ]);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 400, 'IMPORT_EMPTY'],
    ['blanks', Buffer.from(' \r\n\r\n'), 400, 'IMPORT_EMPTY'],
    ['headers alone', Buffer.from(HEADER), 400, 'IMPORT_EMPTY'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n'), 400, 'IMPORT_NOT_A_TABLE'],
    ['a page', Buffer.from('<!doctype html><table><tr><td>a;b</td></tr></table>'), 400, 'IMPORT_NOT_A_TABLE'],
    ['a letter', Buffer.from('Geachte mevrouw,\n\nHierbij de lijst\n\nGroeten'), 400, 'IMPORT_NOT_A_TABLE'],
    ['bytes', Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256)), 400, 'IMPORT_NOT_A_TABLE'],
    ['old Excel', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 400, 'IMPORT_OLD_EXCEL'],
    ['a broken archive', Buffer.from('PK\x03\x04 and then nothing'), 400, 'IMPORT_BROKEN'],
    [
      'too many lines',
      Buffer.from(`Naam;Geslacht;Gebdat\n${'Mus;v;3-4-1941\n'.repeat(50_001)}`),
      413,
      'IMPORT_TOO_BIG',
    ],
    ['too many columns', Buffer.from(`${'Naam;'.repeat(201)}\n`), 413, 'IMPORT_TOO_BIG'],
    ['more than 20 MB', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), 413, 'TOO_LARGE'],
  ])('with %s gets one sentence and leaves nothing behind', async (_, content, status, code) => {
    const before = await count('client_import');
    const { body } = await send(assistant, content).expect(status);
    expect(body).toMatchObject({ code, detail: expect.stringMatching(/^[A-Z].*\.$/) });
    expect(await count('client_import')).toBe(before);
  });

  it('that is left unused is forgotten', async () => {
    const { id } = await upload(csv(BERG));
    await assistant.delete(`/api/v1/client-imports/${id}`).set('If-Match', '"1"').expect(204);
    const { rows } = await stack.owner.query('SELECT status, sealed_table FROM care.client_import WHERE id = $1', [id]);
    expect(rows).toEqual([{ status: 'ABANDONED', sealed_table: null }]);
    await assistant.post(`/api/v1/client-imports/${id}/commit`).expect(409);
  });

  it('of seven days old is forgotten', async () => {
    const { id } = await upload(csv(BERG));
    await stack.owner.query(`UPDATE care.client_import SET made_at = made_at - interval '8 days' WHERE id = $1`, [id]);
    await assistant.get('/api/v1/client-imports').expect(200);
    expect((await assistant.get(`/api/v1/client-imports/${id}`).expect(200)).body).toMatchObject({ status: 'EXPIRED', columns: [] }); // prettier-ignore
  });
});

describe('a commit', () => {
  it('that breaks halfway leaves nothing, and the worker carries it out when it tries again', async () => {
    const bulk = stack.app.get(BulkWriteClients, { strict: false });
    const { id } = await upload(csv('400;Koolmees;;J.;v;3-4-1941;;;;;;;', BOS.replace('3;;', '4;;')));
    const before = await count('client');
    const createAll = bulk.createAll.bind(bulk);
    bulk.createAll = async (bodies) => {
      await createAll(bodies);
      bulk.createAll = createAll;
      throw new Error('the power went');
    };
    const { body } = await assistant.post(`/api/v1/client-imports/${id}/commit`).expect(202);
    await stack.workJobs();
    expect(await count('client')).toBe(before);
    const { rows } = await stack.owner.query(`SELECT house_number FROM care.client WHERE his_number = '10483'`);
    expect(rows).toEqual([{ house_number: '3' }]);
    await stack.owner.query(
      'UPDATE graphile_worker._private_jobs SET run_at = now(), locked_at = NULL, locked_by = NULL',
    );
    await stack.workJobs();
    expect((await assistant.get(`/api/v1/jobs/${body.jobId}`)).body).toMatchObject({ state: 'DONE' });
    expect(await count('client')).toBe(before + 1);
  });

  it('is one, however often it is asked for', async () => {
    const { id } = await upload(csv('401;Pimpelmees;;J.;v;3-4-1941;;;;;;;'));
    const before = await count('client');
    const asked = await Promise.all(
      [assistant, nurse, assistant].map((agent) => agent.post(`/api/v1/client-imports/${id}/commit`).expect(202)),
    );
    await stack.workJobs();
    const later = await assistant.post(`/api/v1/client-imports/${id}/commit`).expect(202);
    expect(new Set([...asked, later].map(({ body }) => body.jobId)).size).toBe(1);
    expect(await count('client')).toBe(before + 1);
  });

  it('is refused as a whole when the register changed since the review, and reviewed anew', async () => {
    const taken = await upload(csv('402;Boomvalk;;J.;v;3-4-1941;;;;;;;', BOS.replace(';M;', ';V;')));
    await change(taken.id, 1, { decisions: [{ lineNumber: 3, decision: 'SKIP' }] }).expect(200);
    await assistant.post('/api/v1/clients').send({ name: { family: 'Slechtvalk' }, sex: 'MALE', birthDate: '1930-01-01', hisNumber: '402' }).expect(201); // prettier-ignore
    const before = await count('client');
    expect(await commit(taken.id)).toMatchObject({ state: 'FAILED', problemCode: 'IMPORT_OUTDATED' });
    expect(await count('client')).toBe(before);
    const { body } = await assistant.get(`/api/v1/client-imports/${taken.id}`).expect(200);
    expect(body).toMatchObject({
      status: 'REVIEW',
      jobId: null,
      problem: expect.stringMatching(/^Er is intussen iets veranderd/),
      summary: { create: 0, update: 2 },
      outcomes: { updates: 1 },
    });
  });

  it('does not mind what changed beside it', async () => {
    const taken = await upload(csv('403;Torenvalk;;J.;v;3-4-1941;;;;;;;'));
    await assistant.post('/api/v1/clients').send({ name: { family: 'Ransuil' }, sex: 'MALE', birthDate: '1931-01-01' }).expect(201); // prettier-ignore
    expect(await commit(taken.id)).toMatchObject({ state: 'DONE' });
  });
});

describe('what is shown of a column', () => {
  it('is never a whole number where a BSN should stand, right or wrong', async () => {
    const { columns } = await upload(csv('9201;Kwartel;;J.;v;3-4-1941;123456789;;;;;', '9202;Specht;;J.;v;3-4-1942;999911120;;;;;')); // prettier-ignore
    const bsn = columns.find(({ field }) => field === 'BSN');
    expect(bsn?.examples).toEqual(['*****6789', '*****1120']);
  });
});

describe('an upload that is sent again', () => {
  it('is the same one with the same file only, and only as the part that is asked for', async () => {
    const key = 'once';
    const first = await send(assistant, csv('9101;Roerdomp;;J.;v;3-4-1941;;;;;;;')).set('Idempotency-Key', key).expect(201); // prettier-ignore
    const again = await send(assistant, csv('9101;Roerdomp;;J.;v;3-4-1941;;;;;;;')).set('Idempotency-Key', key).expect(201); // prettier-ignore
    expect(again.body.id).toBe(first.body.id);
    const other = await send(assistant, csv('9102;Woudaap;;J.;v;3-4-1941;;;;;;;')).set('Idempotency-Key', key).expect(422); // prettier-ignore
    expect(other.body.code).toBe('IDEMPOTENCY_MISMATCH');
    const misnamed = await assistant.post('/api/v1/client-imports').attach('document', Buffer.from(csv(BERG)), 'his.csv').expect(400); // prettier-ignore
    expect(misnamed.body.errors).toEqual([expect.objectContaining({ pointer: '/file', code: 'REQUIRED' })]);
  });
});

describe('who may', () => {
  it('is the practice itself, and no other practice sees the file', async () => {
    const { id } = await upload(csv(BERG));
    for (const role of ['DISTRICT_NURSE', 'ELDERLY_ADVISER', 'PRACTICE_MANAGER'] as const)
      await send(await stack.as(role), csv(BERG)).expect(403);
    const elsewhere = await stack.as('PRACTICE_ASSISTANT', 'zuid');
    await elsewhere.get(`/api/v1/client-imports/${id}`).expect(404);
    await elsewhere.get(`/api/v1/client-imports/${id}/rows`).expect(404);
    await elsewhere.post(`/api/v1/client-imports/${id}/commit`).expect(404);
    expect((await elsewhere.get('/api/v1/client-imports').expect(200)).body).toMatchObject({ items: [], total: 0 });
    expect((await nurse.get('/api/v1/client-imports').expect(200)).body.items[0]).toMatchObject({ id });
  });
});
