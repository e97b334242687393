/**
 * How long the team waits: for an agenda of a whole practice, for a decision while four people look on, and with a hundred
 * meetings at once.
 *
 *     npm run bench -- meeting [--clients 300] [--waiting 40] [--decisions 100] [--practices 100]
 */
import { parseArgs } from 'node:util';
import pg from 'pg';

import { addDays, dayOfInstant } from '@samenoud/domain';
import { completeForm } from './jobs.mjs';
import { registerClients } from './network.mjs';
import { forEach, signInAs, spread, timed } from './person.mjs';
import { startBoth } from './processes.mjs';

const viewers = ['GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE', 'ELDERLY_ADVISER'];
const rebuilds = 20;
const formsAtOnce = 20;
const clientsOfEachPractice = 12;
const decisionsOfEachMeeting = 12;
const meetingDay = addDays(dayOfInstant(Date.now()), 7);

/** @param {string[]} args */
export async function benchMeeting(args) {
  const { values } = parseArgs({
    args,
    options: {
      clients: { type: 'string', default: '300' },
      waiting: { type: 'string', default: '40' },
      decisions: { type: 'string', default: '100' },
      practices: { type: 'string', default: '100' },
    },
  });
  const demo = { practices: Number(values.practices), clients: clientsOfEachPractice };
  const { product, database, stop } = await startBoth(demo);
  try {
    await benchAgendas(product.url, Number(values.clients), Number(values.waiting));
    await benchDecisions(product.url, Number(values.decisions));
    await benchPractices(product.url, database.url);
  } finally {
    await stop();
  }
}

/** @typedef {{ id: string, agenda: { id: string }[] }} Meeting */

/**
 * Of a practice where some clients wait for the team, and of one where all of them do, which is the longest agenda there can be.
 *
 * @param {string} url
 * @param {number} count
 * @param {number} waiting
 */
async function benchAgendas(url, count, waiting) {
  const gp = await signInAs(url, 'GP', 'leeg');
  const others = await registerClients(url, gp.cookie, count - waiting, null);
  await registerClients(url, gp.cookie, waiting, completeForm, others.length);
  await benchAgenda(gp, count);
  await forEach(
    others,
    formsAtOnce,
    async (id) => void (await gp.ask('POST', `clients/${id}/responses`, completeForm)),
  );
  await benchAgenda(gp, count);
}

/**
 * @param {import('./person.mjs').Person} gp
 * @param {number} count
 */
async function benchAgenda(gp, count) {
  /** @type {Meeting | undefined} */
  let meeting;
  const first = await timed(async () => {
    meeting = await gp.ask('POST', 'meetings', { startsAt: `${meetingDay}T12:30:00+01:00` });
  });
  if (meeting === undefined) throw new Error('no meeting');
  const { id, agenda } = meeting;
  const again = [];
  for (let time = 0; time < rebuilds; time++) again.push(await timed(() => gp.ask('POST', `meetings/${id}/rebuild`)));
  console.log(
    JSON.stringify({
      job: 'agenda',
      clients: count,
      lines: agenda.length,
      firstMs: Math.round(first),
      ...spread(again),
    }),
  );
  await gp.ask('POST', `meetings/${id}/state`, { to: 'CANCELLED', reason: 'Meting' });
}

/**
 * @param {string} url
 * @param {number} decisions
 */
async function benchDecisions(url, decisions) {
  const [gp, ...others] = await Promise.all(viewers.map((role) => signInAs(url, role, 'leeg')));
  if (gp === undefined) throw new Error('nobody');
  const { id, agenda } = await beginMeeting(gp);
  const leave = new AbortController();
  const heard = await Promise.all([gp, ...others].map((person) => listen(url, person.cookie, leave.signal)));
  const waits = [];
  for (let time = 0; time < decisions; time++) {
    const line = agenda[time % agenda.length];
    waits.push(
      await timed(() =>
        gp.ask('POST', `agenda-items/${line?.id}/decisions`, { kind: 'NOTE', text: `Besluit ${time}` }),
      ),
    );
  }
  leave.abort();
  console.log(
    JSON.stringify({
      job: 'decision',
      viewers: viewers.length,
      lines: agenda.length,
      ...spread(waits),
      hints: heard.map((count) => count()),
    }),
  );
  await gp.ask('POST', `meetings/${id}/state`, { to: 'CLOSED' });
}

/**
 * @param {import('./person.mjs').Person} gp
 * @returns {Promise<Meeting>} that runs
 */
async function beginMeeting(gp) {
  const { id } = await gp.ask('POST', 'meetings', { startsAt: `${meetingDay}T12:30:00+01:00` });
  for (const to of ['OPEN', 'RUNNING']) await gp.ask('POST', `meetings/${id}/state`, { to });
  return gp.ask('GET', `meetings/${id}`);
}

/**
 * @param {string} url
 * @param {string} cookie
 * @param {AbortSignal} signal
 * @returns {Promise<() => number>} how many hints came so far
 */
async function listen(url, cookie, signal) {
  const { body } = await fetch(`${url}/api/v1/events`, { headers: { cookie }, signal });
  let count = 0;
  const read = async () => {
    for await (const chunk of body ?? []) count += Buffer.from(chunk).toString().split('data: ').length - 1;
  };
  void read().catch(() => undefined);
  return () => count;
}

/**
 * A meeting of twelve clients in each practice, all at once: agenda, decisions, minutes.
 *
 * @param {string} url
 * @param {string} databaseUrl
 */
async function benchPractices(url, databaseUrl) {
  const practices = await practicesOf(databaseUrl);
  /** @type {number[]} */
  const decisions = [];
  let failures = 0;
  const seconds =
    (await timed(() =>
      forEach(practices, practices.length, async (practice) => {
        try {
          const gp = await signInAs(url, 'GP', practice);
          const { id, agenda } = await beginMeeting(gp);
          for (let time = 0; time < decisionsOfEachMeeting && agenda.length > 0; time++) {
            const line = agenda[time % agenda.length];
            decisions.push(
              await timed(() =>
                gp.ask('POST', `agenda-items/${line?.id}/decisions`, { kind: 'NOTE', text: `Besluit ${time}` }),
              ),
            );
          }
          await gp.ask('POST', `meetings/${id}/state`, { to: 'CLOSED' });
          await gp.ask('GET', `meetings/${id}/minutes`);
        } catch (error) {
          failures += 1;
          console.error(String(error));
        }
      }),
    )) / 1000;
  console.log(
    JSON.stringify({
      job: 'meetings-at-once',
      practices: practices.length,
      seconds: Math.round(seconds),
      failures,
      ...spread(decisions),
    }),
  );
}

/**
 * @param {string} databaseUrl
 * @returns {Promise<string[]>} the short names of the practices of the demo that have clients
 */
async function practicesOf(databaseUrl) {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query(`SELECT short_name AS name FROM care.practice WHERE short_name <> 'leeg'`);
    return rows.map(({ name }) => name);
  } finally {
    await owner.end();
  }
}
