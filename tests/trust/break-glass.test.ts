/**
 * `trust:break-glass` (R10): scripted uses of emergency access, each moved to random instants before and after its end. None
 * without reason and fresh second factor, all told and up for review, none usable after four hours. Source: trust paper 3, 10.
 */
import { addDays, BREAK_GLASS_REASONS, dayOfInstant, type StaffRole } from '@samenoud/domain';
import { defineHarness, type Outcome, type Trial } from './support/harness.ts';
import { makeRecord } from './support/open-record.ts';
import { pick, type Random } from './support/random.ts';
import { type Agent, signInEverybody, type Staff, startTestApp, type TestApp, testMember } from './support/staff.ts';

const WHO = ['ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE'] as const satisfies readonly StaffRole[];
const CLIENTS = 12;
const LASTS_S = 4 * 3600;
const TOLD_WITHIN_MS = 5_000;
const REASON = 'Gevallen in huis, kan zelf niets vertellen.';
const SHORT_REASONS = ['', 'Nodig.', '1234567890123456789', `   ${'x'.repeat(19)}   `];

defineHarness({
  name: 'break-glass',
  claim: 'no emergency access without reason, second factor, notice and review, and none is usable after four hours',
  control: 'an emergency access never ends',
  runs: { quick: 6, command: 500, full: 2000 },
  measure,
});

interface World {
  readonly stack: TestApp;
  readonly staff: Staff;
  readonly clients: readonly string[];
  readonly gpId: string;
  readonly random: Random;
  readonly faults: string[];
  readonly figures: { uses: number; refused: number; usedBefore: number; usableAfter: number; slowestNoticeMs: number };
}

async function measure({ runs, random, planted }: Trial): Promise<Outcome> {
  const stack = await startTestApp();
  try {
    const staff = await signInEverybody(stack);
    const clients: string[] = [];
    for (let made = 0; made < CLIENTS; made++)
      clients.push((await makeRecord(staff, 'noord', `Nood${'abcdefghijkl'[made]}`)).clientId);
    const gpId = testMember('noord', 'GP').userId;
    await stack.owner.query('UPDATE care.client SET gp_id = $1', [gpId]);
    if (planted) await letItNeverEnd(stack);
    const figures = { uses: 0, refused: 0, usedBefore: 0, usableAfter: 0, slowestNoticeMs: 0 };
    const world = { stack, staff, clients, gpId, random, faults: [], figures } satisfies World;
    for (let run = 0; run < runs; run++) await useOnce(world, run);
    await tryMoreThanThree(world);
    return { faults: world.faults, figures };
  } finally {
    await stack.close();
  }
}

/** The planted fault: whatever its row says when it ends, it goes on. */
async function letItNeverEnd({ owner }: TestApp): Promise<void> {
  await owner.query(`ALTER TABLE care.emergency_access DROP CONSTRAINT emergency_access_times;
    CREATE FUNCTION care.never_ends() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN NEW.ends_at := NEW.begun_at + interval '100 years'; RETURN NEW; END $$;
    CREATE TRIGGER never_ends BEFORE INSERT ON care.emergency_access FOR EACH ROW EXECUTE FUNCTION care.never_ends()`);
}

/** One use from the refusals before it to the refusals after it, with what it must leave behind. */
async function useOnce(world: World, run: number): Promise<void> {
  const { stack, staff, clients, random, faults, figures } = world;
  const role = pick(random, WHO);
  const agent = staff('noord', role);
  const clientId = pick(random, clients);
  const fault = (what: string): void => void faults.push(`use ${run} by ${role}: ${what}`);
  await refusesBefore(world, agent, role, clientId, fault);
  const reasonCode = pick(random, BREAK_GLASS_REASONS);
  const { status, body } = await begin(agent, clientId, { reasonCode, reason: REASON });
  if (status !== 201) return fault(`${status} ${body.code} instead of 201`);
  figures.uses += 1;
  await leavesBehind(world, body.id, clientId, reasonCode, fault);
  if (!(await isOpen(agent, clientId))) fault('does not open the record');
  else figures.usedBefore += 1;
  await moveBack(stack, body.id, Math.floor(random() * (LASTS_S - 120)));
  if (!(await isOpen(agent, clientId))) fault('is over before four hours');
  await moveBack(stack, body.id, LASTS_S + Math.floor(random() * 30 * 86_400));
  await closedAfter(world, agent, clientId, body.id, fault);
  await moveBack(stack, body.id, 2 * 86_400); // so that the next use is not the fourth of today
}

const begin = (agent: Agent, clientId: string, body: object) =>
  agent.post(`/api/v1/clients/${clientId}/break-glass`).send(body);

async function isOpen(agent: Agent, clientId: string): Promise<boolean> {
  return (await agent.get(`/api/v1/clients/${clientId}`)).status === 200;
}

async function refusesBefore(
  { stack, random, figures }: World,
  agent: Agent,
  role: StaffRole,
  clientId: string,
  fault: (what: string) => void,
): Promise<void> {
  if (await isOpen(agent, clientId)) fault('the record was open before it began');
  const short = await begin(agent, clientId, { reasonCode: 'OTHER', reason: pick(random, SHORT_REASONS) });
  const stepUpAge = (seconds: number): Promise<unknown> =>
    stack.owner.query(
      `UPDATE auth.session SET second_factor_at = now() - make_interval(secs => $2) WHERE membership_id = $1`,
      [testMember('noord', role).userId, seconds],
    );
  await stepUpAge(301 + Math.floor(random() * 10_000));
  const stale = await begin(agent, clientId, { reasonCode: 'ACUTE_CARE', reason: REASON });
  await stepUpAge(0);
  if (short.status !== 400) fault(`begins without a reason: ${short.status}`);
  if (stale.body.code !== 'STEP_UP_REQUIRED') fault(`begins with an old second factor: ${stale.status}`);
  figures.refused += 2;
}

/** Reason, two notices within seconds, a flagged row of the log, and a review that is due in seven days. */
async function leavesBehind(
  { stack, staff, gpId, figures }: World,
  id: string,
  clientId: string,
  reasonCode: string,
  fault: (what: string) => void,
): Promise<void> {
  const { rows } = await stack.owner.query<Record<string, unknown>>(
    `SELECT reason, reason_code, begun_at, (SELECT jsonb_object_agg(n.user_id, extract(epoch FROM n.made_at - e.begun_at) * 1000)
       FROM care.notice n WHERE n.object_id = e.id AND n.kind = 'EMERGENCY_ACCESS') AS told,
       (SELECT count(*)::integer FROM audit.event l WHERE l.break_glass_id = e.id AND l.purpose = 'EMERGENCY') AS flagged
     FROM care.emergency_access e WHERE e.id = $1`,
    [id],
  );
  const [row] = rows;
  if (row?.['reason'] !== REASON || row['reason_code'] !== reasonCode) fault('has no reason');
  if (row?.['flagged'] !== 1) fault(`left ${String(row?.['flagged'])} flagged rows in the log`);
  const told = (row?.['told'] ?? {}) as Record<string, number>;
  const expected = [gpId, testMember('noord', 'LOG_OFFICER').userId].toSorted();
  if (JSON.stringify(Object.keys(told).toSorted()) !== JSON.stringify(expected))
    fault('told others than GP and log officer');
  figures.slowestNoticeMs = Math.max(figures.slowestNoticeMs, ...Object.values(told).map(Math.round));
  if (figures.slowestNoticeMs > TOLD_WITHIN_MS) fault('told too late');
  const { body } = await staff('noord', 'LOG_OFFICER').get(`/api/v1/emergency-accesses/${id}`);
  const due = addDays(dayOfInstant(row?.['begun_at'] as Date), 7);
  if (body.state !== 'OPEN' || body.dueOn !== due || body.clientId !== clientId) fault('is not up for review');
}

/** Not the record, nothing of it, and no note; also not for what was asked a moment before. */
async function closedAfter(
  { figures }: World,
  agent: Agent,
  clientId: string,
  id: string,
  fault: (what: string) => void,
): Promise<void> {
  const answers = await Promise.all([
    ...['', '/responses', '/profiles', '/contact-persons'].map((path) =>
      agent.get(`/api/v1/clients/${clientId}${path}`),
    ),
    agent.post(`/api/v1/emergency-accesses/${id}/notes`).send({ note: 'Nog iets.' }),
  ]);
  const open = answers.filter(({ status }) => status !== 404);
  if (open.length > 0) fault(`after its end still answered ${open.map(({ status }) => status).join(', ')}`);
  figures.usableAfter += open.length;
  const { body } = await agent.get('/api/v1/emergency-accesses/current');
  if (body.current !== null) fault('is still running after its end');
}

const moveBack = ({ owner }: TestApp, id: string, seconds: number): Promise<unknown> =>
  owner.query(
    `UPDATE care.emergency_access SET begun_at = begun_at - make_interval(secs => $2), ends_at = ends_at - make_interval(secs => $2)
     WHERE id = $1`,
    [id, seconds],
  );

async function tryMoreThanThree({ staff, clients, faults }: World): Promise<void> {
  const agent = staff('noord', 'DISTRICT_NURSE');
  const body = { reasonCode: 'ACUTE_CARE', reason: REASON };
  const statuses: number[] = [];
  for (const clientId of clients.slice(0, 4)) statuses.push((await begin(agent, clientId, body)).status);
  if (JSON.stringify(statuses) !== '[201,201,201,429]') faults.push(`four on one day: ${statuses.join(', ')}`);
}
