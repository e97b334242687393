/**
 * `trust:export` (R25): a canary in every text-like column of every table that refers to a client, by the foreign keys of the
 * catalogue, comes back in the JSON export; every such table has a part of the export or a written exemption. Source: trust
 * paper 2 (AVG 15) and 10.
 */
import { ExportParts } from '../../apps/api/src/platform/exports/export-parts.ts';
import { makeWholeRecord } from './export/whole-record.ts';
import { EXEMPT_TABLES, EXEMPT_COLUMNS } from './export/exemptions.ts';
import { textIn } from './export/text-in.ts';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { type Agent, signInEverybody, startTestApp, type TestApp } from './support/staff.ts';

const FORGOTTEN = 'gapExplanations';

defineHarness({
  name: 'export',
  claim: 'every column that refers to a client is in the export of her record, or exempt by name',
  control: 'one slice forgot its table',
  runs: { quick: 1, command: 1, full: 1 },
  measure,
});

async function measure({ planted }: Trial): Promise<Outcome> {
  const stack = await startTestApp();
  try {
    const staff = await signInEverybody(stack);
    const clientId = await makeWholeRecord(stack, staff);
    const parts = stack.app.get(ExportParts, { strict: false });
    if (planted) parts.forget(FORGOTTEN);
    const covered = parts.list().flatMap(({ tables }) => tables);
    const tables = await tablesOfClients(stack);
    const faults = tables
      .filter((table) => !covered.includes(table) && !(table in EXEMPT_TABLES))
      .map((table) => `${table} refers to a client and is in no part of the export`);
    const canaries = await plant(
      stack,
      clientId,
      tables.filter((table) => covered.includes(table)),
    );
    const json = await exported(stack, staff('noord', 'GP'), clientId, 'JSON');
    for (const { canary, column } of canaries)
      if (!json.includes(canary)) faults.push(`${column}: its canary is not in the JSON export`);
    const others = await inOtherForms(stack, staff('noord', 'GP'), clientId, canaries);
    return {
      faults: [...faults, ...others.faults],
      figures: { tables: tables.length, canaries: canaries.length, ...others.figures, coded: canaries.coded, withoutRow: canaries.withoutRow.join(' ') }, // prettier-ignore
    };
  } finally {
    await stack.close();
  }
}

/** Tables with a column `client_id`, and everything that refers to them or to a client by a foreign key. */
async function tablesOfClients(stack: TestApp): Promise<string[]> {
  const { rows } = await stack.owner.query<{ name: string }>(
    `WITH RECURSIVE of_client AS (
       SELECT 'care.client'::regclass::oid AS oid
       UNION SELECT a.attrelid FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
         WHERE a.attname = 'client_id' AND a.atttypid = 'uuid'::regtype AND c.relkind IN ('r', 'p') AND NOT c.relispartition
           AND c.relnamespace::regnamespace::text IN ('care', 'audit', 'auth')
       UNION SELECT k.conrelid FROM pg_constraint k JOIN of_client o ON k.confrelid = o.oid WHERE k.contype = 'f')
     SELECT c.relnamespace::regnamespace || '.' || c.relname AS name FROM of_client o JOIN pg_class c ON c.oid = o.oid ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

interface Canary {
  readonly canary: string;
  readonly column: string;
}
type Canaries = Canary[] & { coded: number; withoutRow: string[] };

/** As the owner of the tables; what a check or key holds to codes stays as it is. */
async function plant(stack: TestApp, clientId: string, tables: readonly string[]): Promise<Canaries> {
  const canaries: Canaries = Object.assign([], { coded: 0, withoutRow: [] });
  for (const table of tables.filter((name) => name.startsWith('care.'))) {
    const where = await rowsOfClient(stack, table, clientId);
    const { rowCount } = await stack.owner.query(`SELECT 1 FROM ${table} t WHERE ${where} LIMIT 1`);
    if (rowCount === 0) canaries.withoutRow.push(table);
    for (const { name, type } of rowCount === 0 ? [] : await textColumns(stack, table)) {
      if (EXEMPT_COLUMNS.includes(`${table}.${name}`)) continue;
      const canary = `Kanarie${table.split('.')[1]}${name}`.replaceAll('_', '');
      const value = type === 'jsonb' ? `(CASE jsonb_typeof(t.${name}) WHEN 'object' THEN t.${name} ELSE '{}' END) || jsonb_build_object('kanarie', $1::text)` : '$1::text'; // prettier-ignore
      if (await tryTo(stack, `UPDATE ${table} t SET ${name} = ${value} WHERE ${where}`, [canary]))
        canaries.push({ canary, column: `${table}.${name}` }); // prettier-ignore
      else canaries.coded += 1;
    }
  }
  return canaries;
}

async function rowsOfClient(stack: TestApp, table: string, clientId: string): Promise<string> {
  if (table === 'care.client') return `t.id = '${clientId}'`;
  const { rows } = await stack.owner.query(`SELECT 1 FROM pg_attribute WHERE attrelid = $1::regclass AND attname = 'client_id' AND NOT attisdropped`, [table]); // prettier-ignore
  return rows.length > 0 ? `t.client_id = '${clientId}'` : 'true';
}

async function textColumns(stack: TestApp, table: string): Promise<{ name: string; type: string }[]> {
  const { rows } = await stack.owner.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND format_type(atttypid, NULL) IN ('text', 'jsonb', 'json')
     ORDER BY attnum`,
    [table],
  );
  return rows;
}

async function tryTo(stack: TestApp, sql: string, values: unknown[]): Promise<boolean> {
  await stack.owner.query('BEGIN');
  try {
    await stack.owner.query(sql, values);
    await stack.owner.query('COMMIT');
    return true;
  } catch {
    await stack.owner.query('ROLLBACK');
    return false;
  }
}

async function exported(stack: TestApp, gp: Agent, clientId: string, format: string): Promise<string> {
  const { body } = await gp.post(`/api/v1/clients/${clientId}/export`).send({ format }).expect(202);
  await stack.workJobs();
  const { body: job } = await gp.get(`/api/v1/jobs/${body.jobId}`).expect(200);
  if (job.state !== 'DONE') throw new Error(`${format}: ${job.state} ${job.problemCode}`);
  const answer = await gp.get(job.href).buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  }).expect(200); // prettier-ignore
  return textIn(answer.body as Buffer, format);
}

/** What was agreed about treatment, and said about later. */
const CLAIMED_OF_CARE: Readonly<Record<string, readonly string[]>> = {
  PDF: ['directive.comment', 'directive.kept_at', 'care_planning_talk.wishes', 'care_planning_talk.note', 'medical_note.text'], // prettier-ignore
  FHIR: ['directive.comment', 'directive.other_text', 'care_planning_talk.wishes', 'care_planning_talk.note'],
};

/** Paper and FHIR claim what a person wrote or said, not every column. */
async function inOtherForms(
  stack: TestApp,
  gp: Agent,
  clientId: string,
  canaries: readonly Canary[],
): Promise<Outcome> {
  const claimed: Readonly<Record<string, readonly string[]>> = {
    PDF: ['client.street', 'client.at_the_door', 'contact_person.name', 'client_statement.statement', 'response_remark.remark', 'gap_explanation.reason', 'profile_assignment.reason', 'data_change.reason', 'consent.wording', 'action.text', 'care_plan.what_matters', 'client_problem.description', 'goal.text', 'evaluation.what_next', 'contact_moment.note', 'signal.text', 'signal.verdict', 'signal.outcome'], // prettier-ignore
    FHIR: ['client.street', 'contact_person.name', 'client_statement.statement', 'profile_assignment.reason', 'data_change.reason', 'action.text', 'care_plan.what_matters', 'client_problem.description', 'goal.text', 'contact_moment.note', 'signal.text', 'signal.verdict'], // prettier-ignore
  };
  const faults: string[] = [];
  const figures: Record<string, number> = {};
  for (const [format, listed] of Object.entries(claimed)) {
    const columns = [...listed, ...(CLAIMED_OF_CARE[format] ?? [])];
    const text = (await exported(stack, gp, clientId, format)).replaceAll(/\s/g, '');
    const wanted = canaries.filter(({ column }) => columns.includes(column.slice('care.'.length)));
    figures[format.toLowerCase()] = wanted.filter(({ canary }) => text.includes(canary)).length;
    faults.push(...wanted.filter(({ canary }) => !text.includes(canary)).map(({ column }) => `${column}: its canary is not in the ${format} export`)); // prettier-ignore
    if (wanted.length < columns.length)
      faults.push(`${format}: ${columns.length - wanted.length} of its columns had no canary`);
  }
  return { faults, figures };
}
