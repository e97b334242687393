import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import type { ClientImportView } from './client-import.dto.ts';

const ROWS = 10_000;
const HEADER =
  'Pat.nr;Achternaam;Voorvoegsel;Voorletters;Geslacht;Geboortedatum;BSN;Straat;Huisnr;Postcode;Plaats;Telefoon;Huisarts';

let stack: TestApp;
let assistant: Agent;
const bsns: string[] = [];

beforeAll(async () => {
  stack = await startTestApp();
  assistant = await stack.as('PRACTICE_ASSISTANT');
  for (let number = 300_000_000; bsns.length < ROWS; number += 1) {
    const sum = [...String(number)].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
    if (sum % 11 === 0) bsns.push(String(number));
  }
});
afterAll(() => stack.close());

function fileOf(house: number): Buffer {
  const rows = bsns.map(
    (bsn, n) =>
      `${n};Naam${n};van;J.;${n % 2 === 0 ? 'v' : 'm'};${(n % 28) + 1}-${(n % 12) + 1}-19${30 + (n % 20)};${bsn};Laan;${house};9501AB;Assen;0599-${100_000 + n};GP noord`,
  );
  return Buffer.from([HEADER, ...rows].join('\r\n'));
}

/** How long each step takes stands behind its name; nothing here depends on it. */
describe('ten thousand rows', () => {
  let taken: ClientImportView;

  const upload = async (house: number): Promise<ClientImportView> =>
    (await assistant.post('/api/v1/client-imports').attach('file', fileOf(house), 'his.csv').expect(201)).body;

  async function commit(): Promise<void> {
    const { body } = await assistant.post(`/api/v1/client-imports/${taken.id}/commit`).expect(202);
    await stack.workJobs();
    expect((await assistant.get(`/api/v1/jobs/${body.jobId}`)).body).toMatchObject({ state: 'DONE' });
  }

  it('are reviewed as new', async () => {
    taken = await upload(12);
    expect(taken.summary).toMatchObject({ create: ROWS, error: 0, duplicate: 0 });
  }, 60_000);

  it('are decided on at once', async () => {
    const decide = (version: number, decision: string) =>
      assistant.patch(`/api/v1/client-imports/${taken.id}`).set('If-Match', `"${version}"`).send({ decisions: [{ status: 'CREATE', decision }] }); // prettier-ignore
    expect((await decide(1, 'SKIP').expect(200)).body.outcomes).toMatchObject({ creates: 0, nothings: ROWS });
    expect((await decide(2, 'CREATE').expect(200)).body.outcomes).toMatchObject({ creates: ROWS, nothings: 0 });
  }, 60_000);

  it('are registered', async () => {
    await commit();
    const { rows } = await stack.owner.query(
      `SELECT count(*)::integer AS clients, count(DISTINCT bsn_bidx)::integer AS bsns,
         (SELECT count(*)::integer FROM care.team_member WHERE reason = 'GP') AS gps FROM care.client`,
    );
    expect(rows).toEqual([{ clients: ROWS, bsns: ROWS, gps: ROWS }]);
  }, 120_000);

  it('are unchanged the second time', async () => {
    taken = await upload(12);
    expect(taken.summary).toMatchObject({ unchanged: ROWS, create: 0, update: 0 });
  }, 60_000);

  it('are changed', async () => {
    taken = await upload(14);
    expect(taken.summary).toMatchObject({ update: ROWS });
    await commit();
    const { rows } = await stack.owner.query('SELECT count(*)::integer AS n FROM care.client WHERE house_number = $1 AND version = 2', ['14']); // prettier-ignore
    expect(rows).toEqual([{ n: ROWS }]);
  }, 120_000);
});
