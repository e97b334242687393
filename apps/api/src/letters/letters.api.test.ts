import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addDays, barcodeOf, dayOfInstant, FORM_PAGES, readAccessCode, STAFF_ROLES } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { accessCodeHash } from '../platform/identity/access-code.ts';
import { actAs } from '../testing/acting.ts';
import { planRound, type PlannedRound } from '../testing/planned-round.ts';
import { type ReadPdf, readPdf } from '../testing/read-pdf.ts';
import { type Agent, startTestApp, type TestApp } from '../testing/test-app.ts';
import { testMember } from '../testing/test-network.ts';
import { PrintKeeper } from './print-keeper.service.ts';

/** Pages are rasterised and scanned, which takes its time on a busy machine. */
jest.setTimeout(60_000);

const TODAY = dayOfInstant(Date.now());
const LETTERHEAD = {
  name: 'Praktijk Noord',
  street: 'Dorpsstraat 1',
  postcode: '9501AB',
  city: 'Stadskanaal',
  phone: '0599123456',
  senderName: 'J. Smit',
  senderRole: 'huisarts',
};
const ADDRESS = { street: 'Dorpsstraat', houseNumber: '12', suffix: 'a', postcode: '9501 AB', city: 'Stadskanaal' };

let stack: TestApp;
let assistant: Agent;
let made = 0;

beforeAll(async () => {
  stack = await startTestApp();
  assistant = await stack.as('PRACTICE_ASSISTANT');
  const manager = await stack.as('PRACTICE_MANAGER');
  await manager.put('/api/v1/letterhead').set('If-Match', '"0"').send(LETTERHEAD).expect(200);
});
afterAll(() => stack.close());

/** A client of noord with an address, who lives at home. */
async function client(family: string, over: object = {}): Promise<string> {
  made += 1;
  const body = {
    name: { initials: 'A.', family },
    sex: 'FEMALE',
    birthDate: addDays('1938-01-01', made),
    address: ADDRESS,
    gpId: testMember('noord', 'GP').userId,
    ...over,
  };
  return (await assistant.post('/api/v1/clients').send(body).expect(201)).body.id;
}

async function change(id: string, body: object): Promise<void> {
  const { version } = (await assistant.get(`/api/v1/clients/${id}`).expect(200)).body;
  await assistant.patch(`/api/v1/clients/${id}`).set('If-Match', `"${version}"`).send(body).expect(200);
}

async function sort(letterOrder: string): Promise<void> {
  const manager = await stack.as('PRACTICE_MANAGER');
  const { version } = (await manager.get('/api/v1/letterhead').expect(200)).body;
  await manager
    .put('/api/v1/letterhead')
    .set('If-Match', `"${version}"`)
    .send({ ...LETTERHEAD, letterOrder })
    .expect(200);
}

const start = (roundId: string, body: object = {}, agent: Agent = assistant) =>
  agent.post(`/api/v1/screening-rounds/${roundId}/letters`).send({ wave: 'INVITATION', ...body });

interface Job {
  readonly state: string;
  readonly done: number;
  readonly total: number;
  readonly href?: string;
  readonly problemCode?: string;
}

async function ended(jobId: string): Promise<Job> {
  await stack.workJobs();
  return (await assistant.get(`/api/v1/jobs/${jobId}`).expect(200)).body;
}

async function fetched({ href }: Job, scan = false): Promise<ReadPdf> {
  const { body, headers } = await assistant.get(href ?? 'nowhere').buffer(true).parse(asBuffer).expect(200); // prettier-ignore
  expect(headers['content-type']).toBe('application/pdf');
  return readPdf(body, { scan });
}
type Parse = Parameters<ReturnType<Agent['get']>['parse']>[0];
const asBuffer: Parse = (response, done) => {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: string | Buffer) => chunks.push(Buffer.from(chunk as string, 'binary')));
  response.on('end', () => done(null, Buffer.concat(chunks)));
};

async function print(roundId: string, body: object = {}, scan = false): Promise<ReadPdf> {
  const job = await ended((await start(roundId, body).expect(202)).body.jobId);
  expect(job).toMatchObject({ state: 'DONE' });
  return fetched(job, scan);
}
const words = ({ pages }: ReadPdf): string => pages.map(({ text }) => text).join('\n').replace(/[ \n]+/g, ' '); // prettier-ignore
const salutations = (pdf: ReadPdf): string[] => [...words(pdf).matchAll(/Geachte mevrouw ([^,]+),/g)].map(([, name]) => name ?? ''); // prettier-ignore

async function stateOf(round: PlannedRound): Promise<string[]> {
  const { rows } = await stack.owner.query<{ state: string; day: string | null }>(
    `SELECT state, coalesce(reminded_2_on, reminded_1_on, sent_on)::text AS day FROM care.screening_invitation
     WHERE round_id = $1 ORDER BY array_position($2::uuid[], id)`,
    [round.roundId, round.invitations.map(({ id }) => id)],
  );
  return rows.map(({ state, day }) => (day === null ? state : `${state} ${day}`));
}

describe('printing a wave', () => {
  it('makes one document, takes the step of each invitation, and keeps only a hash of the code in it', async () => {
    const ids = [await client('Visser'), await client('Bakker')];
    const round = await planRound(stack.owner, ids);
    const job = await ended((await start(round.roundId).expect(202)).body.jobId);
    expect(job).toMatchObject({ state: 'DONE', done: 2, total: 2 });
    const pdf = await fetched(job, true);
    expect(salutations(pdf)).toEqual(['Bakker', 'Visser']);
    expect(await stateOf(round)).toEqual([`SENT ${TODAY}`, `SENT ${TODAY}`]);

    const barcodes = pdf.pages.flatMap(({ barcode }) => barcode ?? []);
    const expected = [1, 0].flatMap((index) => {
      const code = round.invitations[index]?.formCode ?? '';
      return [code, ...FORM_PAGES.map(({ page }) => barcodeOf(code, page))];
    });
    expect(barcodes).toEqual(expected);

    const codes = pdf.pages.flatMap(({ qr }) => (qr === null ? [] : [new URL(qr)]));
    expect(codes.map(({ pathname, search }) => pathname + search)).toEqual(['/vragenlijst', '/vragenlijst']);
    const hashes = codes.map(({ hash }) => accessCodeHash(stack.config.key, readAccessCode(hash.slice(1)) ?? ''));
    const { rows } = await stack.owner.query<{ invitation_id: string }>(
      'SELECT invitation_id FROM auth.access_code WHERE code_hash = ANY ($1) ORDER BY array_position($1::bytea[], code_hash)',
      [hashes],
    );
    expect(rows.map((row) => row.invitation_id)).toEqual([round.invitations[1]?.id, round.invitations[0]?.id]);
  });

  it('notes who was printed and by whom, as steps and in the access log', async () => {
    const ids = [await client('Logboek')];
    const round = await planRound(stack.owner, ids);
    await print(round.roundId);
    const { userId } = testMember('noord', 'PRACTICE_ASSISTANT');
    const steps = await stack.owner.query(
      'SELECT from_state, to_state, step, step_on::text, made_by FROM care.screening_step WHERE invitation_id = $1',
      [round.invitations[0]?.id],
    );
    expect(steps.rows).toEqual([
      { from_state: 'PLANNED', to_state: 'SENT', step: 'LETTER_INVITATION', step_on: TODAY, made_by: userId },
    ]);
    const { rows } = await stack.owner.query<{ event_type: string; action: string; query: object }>(
      `SELECT event_type, action, query FROM audit.event WHERE object_id = $1 ORDER BY seq`,
      [round.roundId],
    );
    expect(rows).toEqual([
      { event_type: 'START_LETTERS', action: 'E', query: { wave: 'INVITATION', count: 1 } },
      { event_type: 'PRINT_LETTERS', action: 'E', query: { wave: 'INVITATION', ids } },
    ]);
  });

  it('leaves out who was sent this wave before, and does not print them a second time unless they are named', async () => {
    const round = await planRound(stack.owner, [await client('Eerst')]);
    await print(round.roundId);
    expect((await start(round.roundId).expect(409)).body.code).toBe('NOBODY_TO_PRINT');
    const again = await print(round.roundId, { invitationIds: round.invitations.map(({ id }) => id) });
    expect(salutations(again)).toEqual(['Eerst']);
    expect(await stateOf(round)).toEqual([`SENT ${TODAY}`]);
    const { rows } = await stack.owner.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM auth.access_code WHERE invitation_id = $1`,
      [round.invitations[0]?.id],
    );
    expect(rows).toEqual([{ count: 2 }]);
  });

  it('goes on with both reminders, for those who were invited', async () => {
    const round = await planRound(stack.owner, [await client('Herinnerd')]);
    expect((await start(round.roundId, { wave: 'REMINDER_1' }).expect(409)).body.code).toBe('NOBODY_TO_PRINT');
    await print(round.roundId);
    for (const wave of ['REMINDER_1', 'REMINDER_2']) {
      expect(words(await print(round.roundId, { wave }))).toContain('Wilt u uw vragenlijst nog invullen?');
    }
    expect(await stateOf(round)).toEqual([`REMINDED ${TODAY}`]);
  });

  it('sorts by postcode of where the letter goes when the practice wants that', async () => {
    const [far, near] = [
      await client('Aalders', { address: { ...ADDRESS, postcode: '9999 ZZ' } }),
      await client('Zijlstra'),
    ];
    const round = await planRound(stack.owner, [far, near]);
    await sort('POSTCODE');
    expect(salutations(await print(round.roundId))).toEqual(['Zijlstra', 'Aalders']);
    await sort('NAME');
  });
});

describe('nobody gets a letter who should not', () => {
  it.each([
    ['died', (id: string) => change(id, { status: 'DECEASED', statusOn: TODAY })],
    ['moved away', (id: string) => change(id, { status: 'MOVED', statusOn: TODAY })],
    ['was admitted', (id: string) => change(id, { status: 'ADMITTED', statusOn: TODAY })],
    ['is no longer registered', (id: string) => change(id, { status: 'DEREGISTERED', statusOn: TODAY })],
    [
      'is not to be invited any more',
      (id: string) => change(id, { marks: { doNotInviteOn: TODAY, doNotInviteReason: 'x' } }),
    ],
    ['wants no post', (id: string) => change(id, { marks: { noPost: true, noPostReason: 'ziet slecht' } })],
    ['has no address any more', (id: string) => change(id, { address: { street: null } })],
  ])('who %s between asking and printing', async (_, happens) => {
    const [stays, goes] = [await client('Blijft'), await client('Gaat')];
    const round = await planRound(stack.owner, [stays, goes]);
    const { jobId } = (await start(round.roundId).expect(202)).body;
    await happens(goes);
    const job = await ended(jobId);
    const pdf = await fetched(job);
    expect(salutations(pdf)).toEqual(['Blijft']);
    expect(words(pdf)).not.toContain('Gaat');
    expect((await stateOf(round))[0]).toBe(`SENT ${TODAY}`);
    expect((await stateOf(round))[1]).not.toContain('SENT');
  });

  it('who dies while the letters are being drawn: the document that is kept was drawn without her', async () => {
    const [stays, dies] = [await client('Levend'), await client('Overleden')];
    const round = await planRound(stack.owner, [stays, dies]);
    const { jobId } = (await start(round.roundId).expect(202)).body;
    // The last act is the only moment between drawing and keeping: somebody records the death just before it.
    const keeper = stack.app.get(PrintKeeper, { strict: false });
    const keep = keeper.keep.bind(keeper);
    let attempts = 0;
    keeper.keep = async (...args) => {
      attempts += 1;
      if (attempts === 1) await change(dies, { status: 'DECEASED', statusOn: TODAY });
      return keep(...args);
    };
    try {
      const pdf = await fetched(await ended(jobId));
      expect(attempts).toBe(2);
      expect(salutations(pdf)).toEqual(['Levend']);
      expect(words(pdf)).not.toContain('Overleden');
    } finally {
      keeper.keep = keep;
    }
    const { rows } = await stack.owner.query(
      'SELECT i.client_id FROM auth.access_code a JOIN care.screening_invitation i ON i.id = a.invitation_id WHERE i.round_id = $1',
      [round.roundId],
    );
    expect(rows).toEqual([{ client_id: stays }]);
  });

  it('keeps nothing at all when the last act fails, and makes one document when it is tried again', async () => {
    const round = await planRound(stack.owner, [await client('Opnieuw')]);
    const { jobId } = (await start(round.roundId).expect(202)).body;
    const keeper = stack.app.get(PrintKeeper, { strict: false });
    const keep = keeper.keep.bind(keeper);
    keeper.keep = async (...args) => {
      keeper.keep = keep;
      await keep(...args);
      throw new Error('the worker stops');
    };
    await stack.workJobs();
    expect(await stateOf(round)).toEqual(['PLANNED']);
    await stack.owner.query(`UPDATE graphile_worker._private_jobs SET run_at = now()`);
    expect(await ended(jobId)).toMatchObject({ state: 'DONE' });
    expect(await stateOf(round)).toEqual([`SENT ${TODAY}`]);
  });

  it('stops for a round that is closed in that very moment, whatever the state of its invitations', async () => {
    const round = await planRound(stack.owner, [await client('Net te laat')]);
    const [one] = round.invitations;
    await stack.owner.query(`UPDATE care.screening_invitation SET state = 'UNDELIVERABLE' WHERE id = $1`, [one?.id]);
    const { jobId } = (await start(round.roundId, { invitationIds: [one?.id] }).expect(202)).body;
    const keeper = stack.app.get(PrintKeeper, { strict: false });
    const keep = keeper.keep.bind(keeper);
    keeper.keep = async (...args) => {
      keeper.keep = keep;
      await stack.owner.query('BEGIN');
      await stack.owner.query(`UPDATE care.screening_round SET state = 'CLOSED' WHERE id = $1`, [round.roundId]);
      const kept = keep(...args).catch((error: unknown) => error);
      await pause(300);
      await stack.owner.query('COMMIT');
      const outcome = await kept;
      if (outcome instanceof Error) throw outcome;
      return outcome as Awaited<ReturnType<typeof keep>>;
    };
    expect(await ended(jobId)).toMatchObject({ state: 'FAILED', problemCode: 'NOBODY_TO_PRINT' });
    const { rows } = await stack.owner.query('SELECT state FROM care.screening_invitation WHERE id = $1', [one?.id]);
    expect(rows).toEqual([{ state: 'UNDELIVERABLE' }]);
  });

  it('when everybody has gone the job says so', async () => {
    const id = await client('Alleen');
    const round = await planRound(stack.owner, [id]);
    const { jobId } = (await start(round.roundId).expect(202)).body;
    await change(id, { status: 'DECEASED', statusOn: TODAY });
    expect(await ended(jobId)).toMatchObject({ state: 'FAILED', problemCode: 'NOBODY_TO_PRINT' });
  });
});

describe('made once more', () => {
  it('is the letter of everybody who had it, and of nobody who may not have it any more', async () => {
    const [stays, dies] = [await client('Blijft'), await client('Sterft')];
    const round = await planRound(stack.owner, [stays, dies, await client('Adresloos', { address: null })]);
    await start(round.roundId, { again: true }).expect(409);
    await print(round.roundId);
    await change(dies, { status: 'DECEASED', statusOn: TODAY });
    const text = words(await print(round.roundId, { again: true }));
    expect(text).toContain('Blijft');
    expect(text).not.toMatch(/Sterft|Adresloos/);
    expect(await stateOf(round)).toEqual([`SENT ${TODAY}`, `DECEASED ${TODAY}`, 'PLANNED']);
  });
});

describe('where it goes and how it looks', () => {
  it('is the other letter address until its last day, with p/a', async () => {
    const letterAddress = {
      recipient: 'Mevr. A. de Vries',
      street: 'Laan',
      houseNumber: '3',
      postcode: '9502AA',
      city: 'Veendam',
    };
    const ids = [
      await client('Vandaag', { marks: { letterAddress: { ...letterAddress, until: TODAY } } }),
      await client('Voorbij', { marks: { letterAddress: { ...letterAddress, until: addDays(TODAY, -1) } } }),
    ];
    const { pages } = await print((await planRound(stack.owner, ids)).roundId);
    const [first, second] = [pages[0], pages[6]].map((page) => page?.text ?? '');
    expect(first).toMatch(/Mevrouw A\. Vandaag\np\/a Mevr\. A\. de Vries\nLaan 3\n9502 AA +VEENDAM/);
    expect(second).toMatch(/Mevrouw A\. Voorbij\nDorpsstraat 12a\n9501 AB +STADSKANAAL/);
  });

  it('is in large type for who reads badly', async () => {
    const { pages } = await print((await planRound(stack.owner, [await client('Groot', { marks: { largePrint: true } })])).roundId); // prettier-ignore
    expect(pages[0]?.sizes).toContain(20);
    expect(pages[0]?.sizes).not.toContain(16.5);
  });

  it('has the letterhead of the practice', async () => {
    const text = words(await print((await planRound(stack.owner, [await client('Hoofd')])).roundId));
    for (const part of ['Praktijk Noord', 'Dorpsstraat 1, 9501 AB Stadskanaal', '0599 123456', 'J. Smit huisarts'])
      expect(text).toContain(part);
  });
});

describe('what goes with the letters', () => {
  it('is a label per letter, also after they were printed', async () => {
    const round = await planRound(stack.owner, [
      await client('Etiket'),
      await client('Zonder', { marks: { noPost: true } }),
    ]);
    for (const printed of [false, true]) {
      if (printed) await print(round.roundId);
      const { pages } = await print(round.roundId, { kind: 'LABELS' });
      expect(pages.map(({ text }) => text.replace(/ +/g, ' '))).toEqual([
        'Mevrouw A. Etiket\nDorpsstraat 12a\n9501 AB STADSKANAAL',
      ]);
    }
    expect((await stateOf(round))[1]).toBe('PLANNED');
  });

  it('is a list to check, with who gets it by hand and why', async () => {
    const round = await planRound(stack.owner, [
      await client('Gewoon'),
      await client('Geenpost', { marks: { noPost: true } }),
      await client('Adresloos', { address: null }),
    ]);
    const text = words(await print(round.roundId, { kind: 'ADDRESS_LIST' }));
    expect(text).toMatch(
      /1 brief .*Gewoon, A\..*Niet per post.*Adresloos, A\..*adres is niet compleet.*Geenpost, A\..*wil geen post/,
    );
    expect(await stateOf(round)).toEqual(['PLANNED', 'PLANNED', 'PLANNED']);
  });

  it('is the questionnaire alone for who gets no post', async () => {
    const round = await planRound(stack.owner, [
      await client('Gewone'),
      await client('Meegeven', { marks: { noPost: true } }),
    ]);
    const pdf = await print(round.roundId, { kind: 'FORMS' }, true);
    const code = round.invitations[1]?.formCode ?? '';
    expect(pdf.pages.map(({ barcode }) => barcode)).toEqual(FORM_PAGES.map(({ page }) => barcodeOf(code, page)));
    expect(words(pdf)).not.toContain('Gewone');
    expect(await stateOf(round)).toEqual(['PLANNED', 'PLANNED']);
  });
});

describe('refusals', () => {
  it('without a complete letterhead no letter is made', async () => {
    const zuid = await stack.as('PRACTICE_ASSISTANT', 'zuid');
    const { body } = await zuid.post('/api/v1/clients').send({ name: { family: 'Zuid' }, sex: 'MALE', birthDate: '1940-01-01', address: ADDRESS }); // prettier-ignore
    const round = await planRound(stack.owner, [body.id], 'zuid');
    const refused = await start(round.roundId, {}, zuid).expect(409);
    expect(refused.body).toMatchObject({ code: 'LETTERHEAD_INCOMPLETE', missing: Object.keys(LETTERHEAD) });
    expect((await start(round.roundId).expect(404)).body.code).toBe('NOT_FOUND');
  });

  it.each(['DRAFT', 'CLOSED', 'CANCELLED'])('a round that is %s has no letters', async (state) => {
    const { roundId } = await planRound(stack.owner, [await client('Dicht')]);
    await stack.owner.query('UPDATE care.screening_round SET state = $2 WHERE id = $1', [roundId, state]);
    expect((await start(roundId).expect(409)).body.code).toBe('WRONG_STATE');
  });

  it('only who may work on rounds prints; who sees some of the clients prints these', async () => {
    const id = await client('Team');
    const round = await planRound(stack.owner, [id, await client('Anders')]);
    for (const role of STAFF_ROLES.filter((one) =>
      ['PRACTICE_MANAGER', 'LOG_OFFICER', 'ELDERLY_CARE_PHYSICIAN'].includes(one),
    ))
      await start(round.roundId, {}, await stack.as(role)).expect(403);
    const nurse = await stack.as('DISTRICT_NURSE');
    expect((await start(round.roundId, {}, nurse).expect(409)).body.code).toBe('NOBODY_TO_PRINT');
    const { userId } = testMember('noord', 'DISTRICT_NURSE');
    await actAs(stack, 'GP', () => stack.app.get(CareTeams, { strict: false }).join(id, userId));
    const { jobId } = (await start(round.roundId, {}, nurse).expect(202)).body;
    await stack.workJobs();
    const job = (await nurse.get(`/api/v1/jobs/${jobId}`).expect(200)).body;
    expect(job).toMatchObject({ state: 'DONE', total: 1 });
    expect(await stateOf(round)).toEqual([`SENT ${TODAY}`, 'PLANNED']);
    await assistant.get(`/api/v1/jobs/${jobId}`).expect(404);
    await assistant.get(job.href).expect(404);
  });

  it.each([
    [{ wave: 'REMINDER_3' }, '/wave'],
    [{ kind: 'POSTER' }, '/kind'],
    [{ invitationIds: ['x'] }, '/invitationIds'],
  ])('%j is refused at its field', async (body, pointer) => {
    const { roundId } = await planRound(stack.owner, []);
    expect((await start(roundId, body).expect(400)).body.errors).toMatchObject([{ pointer }]);
  });
});
