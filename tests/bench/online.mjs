import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { dayOfInstant, makeAccessCode, makeFormCode, SHIPPED_PACKS } from '@samenoud/domain';

import { accessCodeHash } from '../../apps/api/dist/platform/identity/access-code.js';
import { completeForm } from './jobs.mjs';
import { registerClients } from './network.mjs';

/**
 * @typedef {object} OnlineSize
 * @property {number} people who answer at the same time
 * @property {number} desks that enter paper meanwhile, one form after the other
 * @property {readonly [least: number, most: number]} thinkMs between two answers, far quicker than people are
 */

/** @type {OnlineSize} */
const usual = { people: 200, desks: 4, thinkMs: [250, 1250] };

const home = '/api/v1/public/questionnaire';
const items = [...SHIPPED_PACKS.gfi.items, ...SHIPPED_PACKS.imesa.items];

/**
 * People who got a letter answer their questionnaire all at once, one request per question, while the practice enters paper.
 * Reports how long a request took for either, and how many answers are not what was sent.
 *
 * @param {import('./processes.mjs').Side} product
 * @param {{ url: string, key: Buffer }} database
 * @param {string} cookie of somebody who enters forms
 * @param {OnlineSize} [size]
 */
export async function measureOnline(product, database, cookie, { people, desks, thinkMs } = usual) {
  const clients = await registerClients(product.url, cookie, people + desks, completeForm, 50_000);
  const answering = clients.slice(0, people);
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  try {
    const letters = await sendLetters(owner, database.key, answering);
    const stop = new AbortController();
    const paper = clients.slice(people).map((client) => enterPaper(product.url, cookie, client, stop.signal));
    const since = performance.now();
    const forms = await Promise.all(letters.map((letter) => answer(product.url, letter, thinkMs)));
    const seconds = (performance.now() - since) / 1000;
    stop.abort();
    const piles = await Promise.all(paper);
    return {
      job: 'online',
      what: `${people} people answer 35 questions at once, ${desks} desks enter paper`,
      thinkMs,
      ...times(
        'person',
        forms.flatMap((form) => form.waits),
      ),
      ...times('desk', piles.flat()),
      personPerSecond: Math.round(forms.flatMap((form) => form.waits).length / seconds),
      paperForms: piles.flat().length,
      failures: forms.reduce((sum, form) => sum + form.failures, 0),
      wrongAnswers: await wrongAnswers(owner, forms),
      apiRssMb: product.rssMb(),
    };
  } finally {
    await owner.end();
  }
}

/** @typedef {{ client: string, birthDate: string, code: string }} Letter */

/**
 * A round that is open, without printing its letters.
 *
 * @param {pg.Client} owner
 * @param {Buffer} key
 * @param {readonly string[]} clients
 * @returns {Promise<Letter[]>}
 */
async function sendLetters(owner, key, clients) {
  const { rows } = await owner.query(
    `SELECT c.id AS client, c.birth_date::text AS "birthDate", c.practice_id AS practice, c.owner_org_id AS org FROM care.client c
     WHERE c.id = ANY ($1)`,
    [clients],
  );
  const [round, practice] = [randomUUID(), rows[0].practice];
  await owner.query(
    `INSERT INTO care.screening_round (practice_id, id, version, name, state, reference_date, return_by, made_by)
     SELECT $1, $2, 1, 'Meting', 'OPEN', current_date, current_date + 28, id FROM care.membership WHERE practice_id = $1 LIMIT 1`,
    [practice, round],
  );
  const letters = rows.map((row) => ({ ...row, invitation: randomUUID(), code: makeAccessCode(randomInt) }));
  for (const { client, org, invitation } of letters) {
    await owner.query(
      `INSERT INTO care.screening_invitation (practice_id, id, version, client_id, owner_org_id, round_id, state, form_code,
         gfi_version, imesa_version, route, sent_on)
       VALUES ($1, $2, 1, $3, $4, $5, 'SENT', $6, $7, $8, 'MAIL', current_date)`,
      [practice, invitation, client, org, round, makeFormCode(randomInt), SHIPPED_PACKS.gfi.version, SHIPPED_PACKS.imesa.version],
    ); // prettier-ignore
  }
  await owner.query(`SELECT set_config('app.practice_id', $1, false)`, [practice]);
  await owner.query('SELECT auth.add_access_codes($1::bytea[], $2::uuid[])', [
    letters.map(({ code }) => accessCodeHash(key, code)),
    letters.map(({ invitation }) => invitation),
  ]);
  return letters;
}

/**
 * @param {string} url
 * @param {Letter} letter
 * @param {readonly [number, number]} thinkMs
 */
async function answer(url, { client, birthDate, code }, [least, most]) {
  /** @type {number[]} */
  const waits = [];
  /** @type {Record<string, unknown>} */
  const sent = {};
  let [cookie, failures] = ['', 0];
  /** @param {'POST' | 'PATCH'} method @param {string} path @param {object} body @param {number} [version] */
  const ask = async (method, path, body, version) => {
    const since = performance.now();
    const headers = { cookie, 'content-type': 'application/json', ...(version ? { 'if-match': `"${version}"` } : {}) };
    const request = { method, headers, body: JSON.stringify(body) };
    const reply = await fetch(url + home + path, request);
    const text = await reply.text();
    waits.push(performance.now() - since);
    cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    if (!reply.ok) failures += 1;
    return reply.ok ? JSON.parse(text) : undefined;
  };
  const opened = await ask('POST', '/access', { code, birthDate });
  if (opened === undefined) return { client, sent, waits, failures };
  let version = opened.response.version;
  for (const item of items) {
    await pause(randomInt(least, most));
    const value = anyAnswer(item);
    const saved = await ask('PATCH', `/responses/${opened.responseId}`, { answers: { [item.id]: value } }, version);
    if (saved !== undefined) sent[item.id] = value;
    version = saved?.version ?? version;
  }
  await ask('POST', `/responses/${opened.responseId}/complete`, { completedBy: 'SELF' });
  return { client, sent, waits, failures };
}

/** @param {(typeof items)[number]} item */
function anyAnswer({ answer: kind }) {
  return kind.kind === 'INTEGER' ? randomInt(0, 11) : kind.options[randomInt(kind.options.length)]?.code;
}

/**
 * One paper form after the other, until told to stop; each is a whole questionnaire in one request.
 *
 * @param {string} url
 * @param {string} cookie
 * @param {string} client
 * @param {AbortSignal} signal
 */
async function enterPaper(url, cookie, client, signal) {
  const waits = [];
  while (!signal.aborted) {
    const since = performance.now();
    const reply = await fetch(`${url}/api/v1/clients/${client}/responses`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ ...completeForm, completedOn: dayOfInstant(Date.now()) }),
    });
    await reply.text();
    if (reply.status !== 201) throw new Error(`entering paper answered ${reply.status}`);
    waits.push(performance.now() - since);
    await pause(100);
  }
  return waits;
}

/**
 * @param {pg.Client} owner
 * @param {readonly { client: string, sent: Record<string, unknown> }[]} forms
 */
async function wrongAnswers(owner, forms) {
  let wrong = 0;
  for (const { client, sent } of forms) {
    const { rows } = await owner.query(
      `SELECT s.answers FROM care.response r JOIN care.answer_sheet s ON s.practice_id = r.practice_id AND s.response_id = r.id
       WHERE r.client_id = $1 AND r.channel = 'ONLINE' AND r.status = 'COMPLETED'`,
      [client],
    );
    const stored = Object.assign({}, ...rows.map((row) => row.answers));
    wrong += items.filter(({ id }) => JSON.stringify(stored[id]) !== JSON.stringify(sent[id])).length;
  }
  return wrong;
}

/** @param {string} whose @param {readonly number[]} waits */
function times(whose, waits) {
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  return { [`${whose}P50Ms`]: at(0.5), [`${whose}P99Ms`]: at(0.99) };
}
