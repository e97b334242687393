import type { ImportStatus } from '@samenoud/domain';
import { type Agent, type TestApp, testMember } from '../support/staff.ts';
import type { Person } from './people.ts';
import type { WrittenFile } from './write-csv.ts';

export interface ImportView {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly columns: readonly { readonly index: number; readonly header: string; readonly field: string | null }[];
  readonly summary: Readonly<Record<string, number>>;
}

export interface ReviewedRow {
  readonly ordinal: number;
  readonly lineNumber: number | null;
  readonly status: ImportStatus;
  readonly outcome: string;
  readonly clientId: string | null;
  readonly changes: readonly { readonly field: string; readonly from: string | null; readonly to: string | null }[];
  readonly errors: readonly {
    readonly field: string | null;
    readonly code: string;
    readonly detail: string;
    readonly value: string | null;
  }[];
}

/** A client as the database holds her, with the BSN as the API reveals it. */
export type StoredClient = Person & { readonly id: string; readonly status: string };

export async function upload(
  agent: Agent,
  { fileName, content }: WrittenFile,
  source: string,
): Promise<{ status: number; body: ImportView & { code?: string } }> {
  const { status, body } = await agent
    .post(`/api/v1/client-imports?source=${encodeURIComponent(source)}`)
    .attach('file', content, { filename: fileName })
    .ok(() => true);
  return { status, body };
}

export async function rowsOf(agent: Agent, id: string): Promise<ReviewedRow[]> {
  const rows: ReviewedRow[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { body } = await agent.get(`/api/v1/client-imports/${id}/rows?limit=200${query}`).expect(200);
    rows.push(...(body.items as ReviewedRow[]));
    cursor = body.nextCursor as string | null;
  }
  return rows;
}

/** Registers people the ordinary way; answers their ids in the same order. */
export async function register(agent: Agent, people: readonly Person[]): Promise<string[]> {
  const ids: string[] = [];
  for (const person of people) {
    const { hisNumber, bsn, sex, birthDate, phone, gp, street, houseNumber, suffix, postcode, city, ...name } = person;
    const address = { street, houseNumber, suffix, postcode, city };
    const gpId = gp === null ? null : testMember('noord', 'GP').userId;
    const { status, body } = await agent
      .post('/api/v1/clients')
      .send({ name, hisNumber, bsn, sex, birthDate, phone, address, gpId, confirmDuplicate: true });
    if (status !== 201) throw new Error(`registering answered ${status} ${JSON.stringify(body)}`);
    ids.push(body.id);
  }
  return ids;
}

const CLIENTS = `SELECT id, status, his_number AS "hisNumber", initials, given_name AS given, name_prefix AS prefix,
  family_name AS family, sex, birth_date::text AS "birthDate",
  street, house_number AS "houseNumber", house_suffix AS suffix, postcode, city, phone,
  (SELECT display_name FROM care.membership m WHERE m.id = c.gp_id AND m.practice_id = c.practice_id) AS gp FROM care.client c ORDER BY id`;

export async function clientsOf({ owner }: TestApp, gp: Agent): Promise<StoredClient[]> {
  const { rows } = await owner.query<Omit<StoredClient, 'bsn'>>(CLIENTS);
  const clients: StoredClient[] = [];
  for (const row of rows) {
    const { body } = await gp.post(`/api/v1/clients/${row.id}/bsn/reveal`).expect(200);
    clients.push({ ...row, bsn: body.bsn });
  }
  return clients;
}

/** Changes with any writing to any client, also one that leaves everything as it was. */
export async function fingerprint({ owner }: TestApp): Promise<string> {
  const { rows } = await owner.query<{ print: string }>(
    `SELECT count(*) || ' ' || coalesce(md5(string_agg(c.xmin::text || c::text, '|' ORDER BY id)), '') AS print FROM care.client c`,
  );
  return rows[0]?.print ?? '';
}

export const forgetEverybody = ({ owner }: TestApp): Promise<unknown> =>
  owner.query('TRUNCATE care.client, care.client_import, care.client_import_mapping, care.job, care.document CASCADE');
