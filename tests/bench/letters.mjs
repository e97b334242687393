/**
 * How long a wave of letters takes from the click to the document, as people get it: the product and its worker as processes of
 * their own on an embedded PostgreSQL that waits for the disk. One JSON line; `seconds` is from the request to DONE. The limit
 * of the papers is 60 s for 200 clients; it reports and never fails on a figure.
 *
 *     npm run build && node tests/bench/letters.mjs [--clients 200]
 */
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { addDays, dayOfInstant } from '@samenoud/domain';

import { startPostgres } from '../../scripts/embedded-postgres.mjs';
import { freePort } from '../../scripts/free-port.mjs';
import { untilHealthy } from '../../scripts/health.mjs';
import { inProject, projectRoot } from '../../scripts/project.mjs';
import { completeForm } from './jobs.mjs';
import { registerClients, signIn } from './network.mjs';

const { values } = parseArgs({ options: { clients: { type: 'string', default: '200' } } });
const host = '127.0.0.1';
const letterhead = {
  name: 'Praktijk Meting',
  street: 'Dorpsstraat 1',
  postcode: '9501 AA',
  city: 'Stadskanaal',
  phone: '0599 550100',
  senderName: 'A. Meting',
  senderRole: 'huisarts',
};

/** @param {number} count */
async function measureLetters(count) {
  const key = randomBytes(32);
  const dataDir = inProject('.cache', `bench-letters-${process.pid}`);
  const database = await startPostgres({ dataDir, key });
  const port = await freePort(host, 0);
  const env = {
    ...process.env,
    HOST: host,
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    SAMENOUD_DATABASE: 'embedded',
    SAMENOUD_DEMO: '1',
    SAMENOUD_KEY: key.toString('base64'),
  };
  /** @type {import('node:child_process').ChildProcess[]} */
  const processes = [];
  try {
    const url = `http://${host}:${port}`;
    processes.push(fork(inProject('apps/api/dist/main.js'), { cwd: projectRoot, env }));
    await untilHealthy(`${url}/api/health`, new AbortController().signal);
    processes.push(fork(inProject('apps/api/dist/worker.js'), { cwd: projectRoot, env }));
    const cookie = await signIn(url);
    await registerClients(url, cookie, count, completeForm);
    const round = await openRound(url, cookie);
    const since = performance.now();
    const { jobId } = await call(url, cookie, 'POST', `/screening-rounds/${round}/letters`, { wave: 'INVITATION' });
    const job = await untilDone(url, cookie, jobId);
    const seconds = (performance.now() - since) / 1000;
    const answer = await fetch(url + job.href, { headers: { cookie } });
    const megabytes = (await answer.arrayBuffer()).byteLength / 1024 / 1024;
    return { job: 'letters', letters: job.total, seconds: rounded(seconds), perLetterMs: rounded((seconds * 1000) / job.total), megabytes: rounded(megabytes) }; // prettier-ignore
  } finally {
    for (const one of processes.toReversed()) {
      const ended = once(one, 'exit');
      one.kill('SIGTERM');
      await ended;
    }
    await database.remove();
  }
}

/** @param {number} figure */
const rounded = (figure) => Math.round(figure * 10) / 10;

/**
 * A round to which everybody who may come was invited.
 *
 * @param {string} url
 * @param {string} cookie
 * @returns {Promise<string>} its id
 */
async function openRound(url, cookie) {
  await call(url, cookie, 'PUT', '/letterhead', letterhead, { 'if-match': '"0"' });
  const today = dayOfInstant(Date.now());
  const body = { name: 'Meting', referenceDate: today, returnBy: addDays(today, 28) };
  const { id } = await call(url, cookie, 'POST', '/screening-rounds', body);
  await call(url, cookie, 'POST', `/screening-rounds/${id}/invitations`, {});
  return id;
}

/**
 * @param {string} url
 * @param {string} cookie
 * @param {string} jobId
 */
async function untilDone(url, cookie, jobId) {
  for (;;) {
    const job = await call(url, cookie, 'GET', `/jobs/${jobId}`);
    if (job.state === 'DONE') return job;
    if (job.state === 'FAILED') throw new Error(`the letters were not made: ${job.problemCode}`);
    await pause(50);
  }
}

/**
 * @param {string} url
 * @param {string} cookie
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @param {Record<string, string>} [headers]
 */
async function call(url, cookie, method, path, body, headers = {}) {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { cookie, ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
  return answer.json();
}

console.log(JSON.stringify(await measureLetters(Number(values.clients))));
