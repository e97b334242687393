/**
 * `trust:import`: exports as practices have them, with planted faults, against an oracle that knows what must be said of each
 * line and what must stand in the register afterwards. Source: domain reference 13.1, 13.3, 13.5, 13.6; trust paper 9.
 */
import { brokenFiles } from './import/broken-files.ts';
import { anyHisFile, type ExpectedRow, type HisFile } from './import/his-file.ts';
import { workAgain, workKilledAt } from './import/killed-commit.ts';
import type { Person } from './import/people.ts';
import {
  clientsOf, fingerprint, forgetEverybody, type ImportView, register, type ReviewedRow, rowsOf, type StoredClient, upload,
} from './import/through-api.ts'; // prettier-ignore
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { pick, type Random } from './support/random.ts';
import { type Agent, startTestApp, type TestApp } from './support/staff.ts';

const ROWS = [10, 40, 80] as const;
const KILLED_SHARE = 0.4;
const WITHOUT_SHARE = 0.4;
const MOVED_SHARE = 0.3;

defineHarness({
  name: 'import',
  claim:
    'every planted fault is found on its own line, what is committed is what the file says, and again changes nothing',
  control: 'the oracle expects one planted fault to pass',
  runs: { quick: 4, command: 60, full: 600 },
  controlRuns: 2,
  measure: importFiles,
});

interface Desk {
  readonly stack: TestApp;
  readonly random: Random;
  readonly nurse: Agent;
  readonly gp: Agent;
  readonly counts: { rows: number; plantedFaults: number; killed: number; committed: number };
}

async function importFiles({ runs, random, planted }: Trial): Promise<Outcome> {
  const stack = await startTestApp();
  try {
    const [nurse, gp] = [await stack.as('PRACTICE_NURSE'), await stack.as('GP')];
    const counts = { rows: 0, plantedFaults: 0, killed: 0, committed: 0 };
    const desk: Desk = { stack, random, nurse, gp, counts };
    const faults: string[] = [];
    for (let run = 0; run < runs; run++) {
      const his = anyHisFile(random, pick(random, ROWS));
      const found = await importOne(desk, planted ? withBlindOracle(his, random) : his, `his ${run}`);
      faults.push(...found.map((fault) => `file ${run} (${his.file.how}): ${fault}`));
    }
    const broken = planted ? { faults: [], files: 0, slowestMs: 0 } : await refuseBroken(desk, runs);
    const { files, slowestMs } = broken;
    return {
      faults: [...faults, ...broken.faults],
      figures: { files: runs, ...counts, broken: files, slowestBrokenMs: slowestMs },
    };
  } finally {
    await stack.close();
  }
}

/** One fault that the oracle overlooks. */
function withBlindOracle(his: HisFile, random: Random): HisFile {
  const atFault = his.expected.filter(({ status }) => status === 'ERROR');
  if (atFault.length === 0) return his;
  const overlooked = pick(random, atFault);
  const expected = his.expected.map((row) =>
    row === overlooked ? { ...row, status: 'CREATE' as const, fields: [] } : row,
  );
  return { ...his, expected };
}

async function importOne(desk: Desk, his: HisFile, source: string): Promise<string[]> {
  const { stack, nurse, counts } = desk;
  await forgetEverybody(stack);
  const ids = await register(nurse, his.register);
  const taken = await upload(nurse, his.file, source);
  if (taken.status !== 201) return [`refused with ${taken.status} ${taken.body.code ?? ''}`];
  const detected = wrongColumns(his, taken.body);
  const view = await correctColumns(nurse, his, taken.body);
  const rows = await rowsOf(nurse, view.id);
  counts.rows += rows.length;
  counts.plantedFaults += his.expected.filter(
    ({ status }) => !['CREATE', 'UPDATE', 'UNCHANGED'].includes(status),
  ).length;
  const faults = [
    ...detected,
    ...rowFaults(his, ids, rows),
    ...missingFaults(his, ids, rows),
    ...summaryFaults(view, rows),
  ];
  if (faults.length > 0) return faults;
  const wishes = await decide(desk, view, his, rows);
  faults.push(...(await commit(desk, view.id, his, ids, wishes)));
  return faults.length > 0 || wishes.without ? faults : againFaults(desk, his, ids, source);
}

/** What a person decided before the commit. */
interface Wishes {
  /** Rows at fault are taken without the value at fault. */
  readonly without: boolean;
  /** Of the people who are not in the file, this one has moved. */
  readonly movedId: string | null;
}

async function decide(
  { nurse, random }: Desk,
  { id }: ImportView,
  his: HisFile,
  rows: readonly ReviewedRow[],
): Promise<Wishes> {
  const without = random() < WITHOUT_SHARE && his.expected.some((row) => row.without);
  const moved = random() < MOVED_SHARE ? rows.find(({ status }) => status === 'MISSING') : undefined;
  const decisions = [
    ...(without ? [{ status: 'ERROR', decision: 'IMPORT_WITHOUT' }] : []),
    ...(moved ? [{ ordinal: moved.ordinal, decision: 'MOVED' }] : []),
  ];
  const { body } = await nurse.get(`/api/v1/client-imports/${id}`).expect(200);
  if (decisions.length > 0)
    await nurse
      .patch(`/api/v1/client-imports/${id}`)
      .set('If-Match', `"${body.version}"`)
      .send({ decisions })
      .expect(200);
  return { without, movedId: moved?.clientId ?? null };
}

const columnOf = ({ columns }: ImportView, index: number): string | null =>
  columns.find((column) => column.index === index)?.field ?? null;

function wrongColumns({ columns }: HisFile, view: ImportView): string[] {
  return columns.flatMap(({ header, field, isOdd }, index) => {
    const is = columnOf(view, index);
    const isRight = is === field || (isOdd && is === null);
    return isRight ? [] : [`column "${header}" is taken for ${is ?? 'nothing'}, not ${field ?? 'nothing'}`];
  });
}

/** What a person does who sees that a column is taken for something else. */
async function correctColumns(nurse: Agent, { columns }: HisFile, view: ImportView): Promise<ImportView> {
  const mapping = columns.flatMap(({ field }, index) => (columnOf(view, index) === field ? [] : [{ index, field }]));
  if (mapping.length === 0) return view;
  const { body } = await nurse
    .patch(`/api/v1/client-imports/${view.id}`)
    .set('If-Match', `"${view.version}"`)
    .send({ mapping })
    .expect(200);
  return body;
}

function rowFaults(his: HisFile, ids: readonly string[], rows: readonly ReviewedRow[]): string[] {
  const inFile = rows.filter(({ lineNumber }) => lineNumber !== null);
  const byLine = new Map(inFile.map((row) => [row.lineNumber, row]));
  const lines = new Set(his.expected.map(({ line }) => line));
  const strange = inFile
    .filter(({ lineNumber }) => !lines.has(lineNumber ?? 0))
    .map((row) => `line ${row.lineNumber} is no row (${row.status})`);
  const doubled = byLine.size < inFile.length ? ['a line is said twice'] : [];
  const wrong = his.expected.flatMap((row) => {
    const is = byLine.get(row.line);
    const found = is ? differences(row, ids, is) : ['nothing is said'];
    return found.map((fault) => `line ${row.line} (${row.kind}): ${fault}`);
  });
  return [...strange, ...doubled, ...wrong];
}

function differences(row: ExpectedRow, ids: readonly string[], is: ReviewedRow): string[] {
  const errors = is.errors.map(({ field, code, value }) => `${field ?? ''} ${code} ${value ?? ''}`).join(', ');
  const changes = is.changes.map(({ field, from, to }) => `${field} ${from ?? '–'} → ${to ?? '–'}`).join(', ');
  if (is.status !== row.status) return [`${is.status} (${errors}${changes}) instead of ${row.status}`];
  const known = row.known === undefined ? undefined : ids[row.known];
  if (known !== undefined && is.status !== 'ERROR' && is.clientId !== known) return ['is about somebody else'];
  if (is.status !== 'ERROR') return is.errors.length > 0 ? [`has errors: ${errors}`] : [];
  const named = is.errors.map(({ field }) => field);
  const unsaid = row.kind === 'numbers of two' ? [] : row.fields.filter((field) => !named.includes(field));
  const foreign = named.filter((field) => field !== null && !row.fields.some((one) => one === field));
  const words = is.errors.map(({ detail }) => detail).join(' ');
  return [
    ...unsaid.map((field) => `nothing is said of ${field} (${errors})`),
    ...foreign.map((field) => `${field} is at fault too (${errors})`),
    ...(row.says && !row.says.test(words) ? [`says "${words}"`] : []),
  ];
}

/** Nobody who is in the file, everybody who is not. */
function missingFaults(his: HisFile, ids: readonly string[], rows: readonly ReviewedRow[]): string[] {
  const is = new Set(rows.filter(({ status }) => status === 'MISSING').map(({ clientId }) => clientId));
  const perhaps = his.perhapsMissing.map((index) => ids[index]);
  const must = his.missing.map((index) => ids[index] ?? '');
  const overlooked = must.filter((id) => !is.has(id)).map(() => 'somebody who is not in the file is not MISSING');
  const wrongly = [...is].filter((id) => id !== null && !must.includes(id) && !perhaps.includes(id));
  return [
    ...overlooked,
    ...wrongly.map((id) => `number ${ids.indexOf(id ?? '')} of the register is in the file and MISSING`),
  ];
}

function summaryFaults({ summary }: ImportView, rows: readonly ReviewedRow[]): string[] {
  return Object.entries(summary).flatMap(([name, count]) => {
    const is = rows.filter(({ status }) => status === name.toUpperCase()).length;
    return is === count ? [] : [`the summary says ${count} ${name}, there are ${is}`];
  });
}

async function commit(
  desk: Desk,
  importId: string,
  his: HisFile,
  ids: readonly string[],
  wishes: Wishes,
): Promise<string[]> {
  const { stack, nurse, random, counts } = desk;
  const before = await fingerprint(stack);
  const path = `/api/v1/client-imports/${importId}/commit`;
  const { status, body } = await nurse.post(path);
  if (status !== 202) return [`the commit answers ${status} ${body.code}`];
  const faults: string[] = [];
  if (random() < KILLED_SHARE && (await workKilledAt(stack, 1 + Math.floor(random() * 30)))) {
    counts.killed += 1;
    const isWhole = (await registerFaults(desk, his, ids, wishes)).length === 0;
    if (!isWhole && (await fingerprint(stack)) !== before) faults.push('a commit that was killed left a part');
  }
  await workAgain(stack);
  const job = await nurse.get(`/api/v1/jobs/${body.jobId}`).expect(200);
  if (job.body.state !== 'DONE') faults.push(`the job is ${job.body.state} ${job.body.problemCode ?? ''}`);
  faults.push(...(await registerFaults(desk, his, ids, wishes)));
  const twice = await nurse.post(path);
  if (twice.status !== 202 || twice.body.jobId !== body.jobId)
    faults.push(`the same commit again answers ${twice.status}`);
  counts.committed += 1;
  return faults;
}

/** What stands there against what should. */
async function registerFaults(
  { stack, gp }: Desk,
  his: HisFile,
  ids: readonly string[],
  wishes: Wishes,
): Promise<string[]> {
  const stored = await clientsOf(stack, gp);
  const known = new Map(ids.map((id, index) => [id, index]));
  const changed = new Map(
    his.expected.filter(({ known: of, becomes }) => of !== undefined && becomes).map((row) => [row.known, row.becomes]),
  );
  const faults: string[] = [];
  for (const [id, index] of known) {
    const is = stored.find((client) => client.id === id);
    const should = changed.get(index) ?? his.register[index];
    if (!is) faults.push(`number ${index} of the register is gone`);
    else if (should)
      faults.push(...personFaults(is, should).map((fault) => `number ${index} of the register: ${fault}`));
  }
  const created = stored.filter(({ id }) => !known.has(id));
  const wanted = his.expected.flatMap(({ line, known: of, becomes, without }) => {
    const person = becomes ?? (wishes.without ? without : undefined);
    return of === undefined && person ? [{ line, person }] : [];
  });
  return [...faults, ...createdFaults(created, wanted)];
}

interface Wanted {
  readonly line: number;
  readonly person: Person;
}

function createdFaults(created: readonly StoredClient[], wanted: readonly Wanted[]): string[] {
  const marks = (person: Person): string => textOf(person);
  const left = new Map<string, StoredClient[]>();
  for (const client of created) left.set(marks(client), [...(left.get(marks(client)) ?? []), client]);
  const missing = wanted.filter(({ person }) => !left.get(marks(person))?.pop());
  const surplus = [...left.values()].flat();
  return [
    ...missing.map(({ line, person }) => `line ${line} did not become ${marks(person)}`),
    ...surplus.map((client) => `nobody asked for ${marks(client)}`),
  ];
}

const PARTS = [
  'hisNumber', 'bsn', 'initials', 'given', 'prefix', 'family', 'sex', 'birthDate', 'street', 'houseNumber', 'suffix', 'postcode', 'city', 'phone', 'gp',
] as const satisfies (keyof Person)[]; // prettier-ignore

const partOf = (person: Person, part: (typeof PARTS)[number]): string => (person[part] ?? '–').normalize('NFC');
const textOf = (person: Person): string => PARTS.map((part) => partOf(person, part)).join(' | ');
const personFaults = (is: Person, should: Person): string[] =>
  PARTS.flatMap((part) =>
    partOf(is, part) === partOf(should, part)
      ? []
      : [`${part} is ${partOf(is, part)} instead of ${partOf(should, part)}`],
  );

/** The same file once more: nothing new is said, and committing it writes nothing. */
async function againFaults(
  { stack, nurse }: Desk,
  his: HisFile,
  ids: readonly string[],
  source: string,
): Promise<string[]> {
  const before = await fingerprint(stack);
  const { status, body } = await upload(nurse, his.file, source);
  if (status !== 201) return [`again: refused with ${status}`];
  const told = { ...his, columns: his.columns.map((column) => ({ ...column, isOdd: false })) };
  const faults = wrongColumns(told, body);
  const expected = his.expected.map((row) => again(row));
  faults.push(...rowFaults({ ...his, expected }, ids, await rowsOf(nurse, body.id)));
  const started = await nurse.post(`/api/v1/client-imports/${body.id}/commit`);
  if (started.status !== 202) faults.push(`the commit answers ${started.status} ${started.body.code}`);
  await workAgain(stack);
  if ((await fingerprint(stack)) !== before) faults.push('something is written');
  return faults.map((fault) => `again: ${fault}`);
}

/** Whoever is in the register now is found by number, and otherwise by name and birth date. */
function again(row: ExpectedRow): ExpectedRow {
  if (row.status === 'UPDATE') return { ...row, status: 'UNCHANGED' };
  if (row.status !== 'CREATE') return row;
  const hasNumber = (row.becomes?.bsn ?? row.becomes?.hisNumber ?? null) !== null;
  return { ...row, status: hasNumber ? 'UNCHANGED' : 'DUPLICATE' };
}

const KEPT = `SELECT (SELECT count(*) FROM care.client_import) || ' ' || (SELECT count(*) FROM care.client_import_row) || ' ' ||
  (SELECT count(*) FROM care.document) || ' ' || (SELECT count(*) FROM care.client) AS kept`;

async function refuseBroken(
  { stack, nurse, random }: Desk,
  size: number,
): Promise<{ faults: string[]; files: number; slowestMs: number }> {
  const kept = async (): Promise<string> => (await stack.owner.query<{ kept: string }>(KEPT)).rows[0]?.kept ?? '';
  const files = brokenFiles(random, size > 100);
  const faults: string[] = [];
  let slowestMs = 0;
  for (const { what, fileName, content, isGood, isHarmless } of files) {
    const before = await kept();
    const since = performance.now();
    const { status, body } = await upload(nurse, { fileName, content, lines: [], how: what }, what);
    slowestMs = Math.max(slowestMs, Math.round(performance.now() - since));
    const detail: unknown = Reflect.get(body, 'detail');
    if (isHarmless && status === 201) {
      const second = (await rowsOf(nurse, body.id)).find(({ lineNumber }) => lineNumber === 2);
      if (second?.status !== 'ERROR') faults.push(`${what}: line 2 is ${second?.status ?? 'nothing'}`);
      continue;
    }
    if (isGood !== (status === 201)) faults.push(`${what}: ${status} ${body.code ?? ''}`);
    else if (!isGood && ![400, 413, 415].includes(status)) faults.push(`${what}: ${status}`);
    else if (!isGood && (typeof detail !== 'string' || !/^[A-Z].*\.$/s.test(detail)))
      faults.push(`${what}: says ${String(detail)}`);
    if (!isGood && (await kept()) !== before) faults.push(`${what}: something stays behind`);
  }
  return { faults, files: files.length, slowestMs };
}
