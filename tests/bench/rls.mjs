/**
 * Row-level security with the clients of a region: fills a database of its own, then asks the product what its people ask, and
 * reports how long that takes, what of it row-level security costs, and whether a big table was read whole. It never fails on
 * a figure.
 *
 *     npm run bench -- rls [--clients 1600000] [--log-rows 10000000] [--rounds 40]
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';

import { dayOfInstant } from '@samenoud/domain';
import { startPostgres, testSettings } from '../../scripts/embedded-postgres.mjs';
import { freePort } from '../../scripts/free-port.mjs';
import { inProject } from '../../scripts/project.mjs';
import { startSide } from './processes.mjs';
import { rlsJobs } from './rls-jobs.mjs';
import { databaseMs, planSettings, sequentialScans, setRowSecurity } from './rls-plans.mjs';
import { seedPractices } from './rls-seed.mjs';

const usualEach = 4000;
const roles = ['GP', 'DISTRICT_NURSE', 'ELDERLY_ADVISER', 'LOG_OFFICER'];

/** @param {string[]} args */
export async function benchRls(args) {
  const { values } = parseArgs({
    args,
    options: {
      clients: { type: 'string', default: '1600000' },
      'log-rows': { type: 'string', default: '10000000' },
      rounds: { type: 'string', default: '40' },
    },
  });
  const practices = Math.max(5, Math.round(Number(values.clients) / usualEach));
  const size = {
    practices,
    clientsEach: Math.round(Number(values.clients) / practices),
    logRowsEach: Math.round(Number(values['log-rows']) / practices),
  };
  const key = randomBytes(32);
  const dataDir = inProject('.cache', `bench-rls-${process.pid}`);
  const settings = {
    ...testSettings,
    ...planSettings,
    shared_buffers: '1GB',
    max_wal_size: '8GB',
    maintenance_work_mem: '256MB',
  };
  const database = await startPostgres({ dataDir, key, settings });
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void database.remove().then(() => process.exit(130)));
  const owner = new pg.Client({ connectionString: database.url });
  /** @type {ReturnType<typeof startSide> | undefined} */
  let product;
  try {
    const env = {
      ...process.env,
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      SAMENOUD_DATABASE: 'embedded',
      SAMENOUD_DEMO: '1',
      SAMENOUD_KEY: key.toString('base64'),
    };
    product = startSide('apps/api/dist/main.js', env, await freePort('127.0.0.1', 0));
    await product.ready();
    await owner.connect();
    /** @type {import('./rls-seed.mjs').Run} */
    const run = (sql, parameters = []) => owner.query(sql, parameters);
    await run('CREATE EXTENSION pg_stat_statements SCHEMA public');
    const since = performance.now();
    await seedPractices(run, size, (done) => console.error(`${done} of ${practices} practices, ${seconds(since)} s`));
    await run('VACUUM (ANALYZE)');
    const seeded = { ...size, seedSeconds: seconds(since), ...(await amounts(run)) };
    console.error(JSON.stringify(seeded));
    const figures = await measureAll(run, product.url, join(dataDir, 'postgres.log'), practices, Number(values.rounds));
    console.table(figures);
    console.log(JSON.stringify({ job: 'rls', ...seeded, ...summary(figures), figures }));
  } finally {
    await product?.stop();
    await owner.end();
    await database.remove();
  }
}

/**
 * @param {import('./rls-seed.mjs').Run} run
 * @param {string} url
 * @param {string} logFile
 * @param {number} practices
 * @param {number} rounds
 */
async function measureAll(run, url, logFile, practices, rounds) {
  const number = Math.ceil(practices / 2);
  const short = `bench${number}`;
  const ids = await idsOf(run, short);
  const figures = [];
  for (const job of rlsJobs(ids)) {
    const cookie = await signIn(url, job.role, short);
    const once = () => askAll(url, cookie, job.asks);
    await repeat(5, once);
    /** @type {number[]} */
    const times = [];
    const withRls = await databaseMs(run, () => repeat(rounds, async () => times.push(await timed(once))));
    const { plans, scans } = await sequentialScans(run, logFile, once);
    await setRowSecurity(run, false);
    await repeat(6, once); // plans are made anew
    const without = await databaseMs(run, () => repeat(rounds, once));
    await setRowSecurity(run, true);
    figures.push({
      job: job.name,
      role: job.role,
      medianMs: at(times, 0.5),
      p95Ms: at(times, 0.95),
      databaseMs: round(withRls / rounds),
      withoutRlsMs: round(without / rounds),
      ratio: round(withRls / without),
      plans,
      scans: scans.join(' '),
    });
  }
  return figures;
}

/** @param {{ medianMs: number, ratio: number, scans: string }[]} figures */
const summary = (figures) => ({
  slowestMedianMs: Math.max(...figures.map(({ medianMs }) => medianMs)),
  highestRatio: Math.max(...figures.map(({ ratio }) => ratio)),
  withSequentialScan: figures.filter(({ scans }) => scans !== '').length,
});

/** @param {import('./rls-seed.mjs').Run} run @param {string} short */
async function idsOf(run, short) {
  /** @type {Record<string, string[]>} */
  const clients = {};
  for (const role of roles) {
    const { rows } = await run(
      `SELECT t.client_id AS id FROM care.team_member t JOIN care.membership m ON m.practice_id = t.practice_id AND m.id = t.user_id
         JOIN care.practice p ON p.id = m.practice_id JOIN care.response r ON r.practice_id = t.practice_id AND r.client_id = t.client_id
       WHERE p.short_name = $1 AND m.id = (auth.demo_membership($1, $2) ->> 'userId')::uuid ORDER BY t.client_id LIMIT 5`,
      [short, role],
    );
    clients[role] = rows.map(({ id }) => id);
  }
  const { rows } = await run(`SELECT auth.demo_membership($1, 'DISTRICT_NURSE') ->> 'userId' AS id`, [short]);
  return { clients, colleague: rows[0].id, day: dayOfInstant(Date.now() - 30 * 86_400_000) };
}

/** @param {import('./rls-seed.mjs').Run} run */
async function amounts(run) {
  const { rows } =
    await run(`SELECT (SELECT count(*)::int FROM care.client) AS clients, (SELECT count(*)::int FROM care.access_basis) AS "basisRows",
    (SELECT count(*)::int FROM audit.event) AS "logRows", pg_size_pretty(pg_database_size(current_database())) AS size`);
  return rows[0];
}

/** @param {string} url @param {string} role @param {string} practice */
async function signIn(url, role, practice) {
  const answer = await fetch(`${url}/api/v1/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role, practice }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (answer.status !== 200 || cookie === undefined) throw new Error(`signing in as ${role} answered ${answer.status}`);
  return cookie;
}

/** @param {string} url @param {string} cookie @param {readonly import('./rls-jobs.mjs').Ask[]} asks */
async function askAll(url, cookie, asks) {
  for (const { method, path, body } of asks) {
    const headers = { cookie, ...(body ? { 'content-type': 'application/json' } : {}) };
    const answer = await fetch(url + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
  }
}

/** @param {number} times @param {() => Promise<unknown>} work */
async function repeat(times, work) {
  for (let turn = 0; turn < times; turn++) await work();
}

/** @param {() => Promise<unknown>} work */
async function timed(work) {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

/** @param {readonly number[]} times @param {number} part */
const at = (times, part) =>
  round(times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0);

/** @param {number} value */
const round = (value) => Math.round(value * 100) / 100;

/** @param {number} since */
const seconds = (since) => Math.round((performance.now() - since) / 1000);
