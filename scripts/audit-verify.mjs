import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import pg from 'pg';

import { readCheckpoints, witnessKey } from './audit-checkpoints.mjs';
import { checkRows, checkTail } from './audit-rows.mjs';
import { dataFolder } from './data-folder.mjs';
import { host } from './postgres-server.mjs';
import { inProject } from './project.mjs';
import { Refusal, report } from './refusal.mjs';
import { runNode } from './run-command.mjs';
import { derivePassword, parseKey } from './secret-key.mjs';

const shownFaults = 20;

/**
 * `--checkpoints <file>`: holds the access log of this installation (DATABASE_URL, or the embedded database while it runs)
 * to what a witness wrote down. One JSON line; exit 1 on any fault. `--all` names every fault. Anything else goes to the
 * harness of the same name, which tampers with a log of its own and sees whether this finds it.
 *
 * @param {string[]} args
 * @returns {Promise<number>}
 */
async function auditVerify(args) {
  const { values } = parseArgs({
    args,
    strict: false,
    options: { checkpoints: { type: 'string' }, all: { type: 'boolean' } },
  });
  if (typeof values.checkpoints !== 'string') return harness(args);
  if (!existsSync(values.checkpoints)) throw new Refusal(`There is no file ${values.checkpoints}`);
  const key = installationKey();
  const client = new pg.Client({ connectionString: databaseUrl(key) });
  await client.connect();
  try {
    const { faults, ...figures } = await verify(client, readFileSync(values.checkpoints, 'utf8'), key);
    const found = values.all ? faults : faults.slice(0, shownFaults);
    console.log(JSON.stringify({ command: 'audit-verify', ...figures, faults: faults.length, found }));
    return faults.length === 0 ? 0 : 1;
  } finally {
    await client.end();
  }
}

/**
 * One moment of the whole log. As the log's owner, because the walls between practices stand for everybody else.
 *
 * @param {pg.Client} client
 * @param {string} checkpoints
 * @param {Buffer} key
 */
async function verify(client, checkpoints, key) {
  const since = performance.now();
  const { chains, faults } = readCheckpoints(checkpoints, witnessKey(key));
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await client.query('SET LOCAL ROLE smd_audit_owner');
  const heads = await client.query('SELECT practice_id FROM audit.head');
  const ids = heads.rows.map((row) => String(row.practice_id));
  const practices = [];
  for (const practiceId of new Set([...chains.keys(), ...ids])) {
    const chain = chains.get(practiceId) ?? [];
    const coveredUntil = Math.max(0, ...chain.map(({ toSeq }) => toSeq));
    const sealed = await checkRows(client, practiceId, chain);
    const tail = await checkTail(client, practiceId, coveredUntil);
    faults.push(...sealed.faults, ...tail.faults);
    practices.push({
      practiceId,
      coveredUntil,
      sealedAt: chain.at(-1)?.sealedAt ?? null,
      checked: sealed.rows,
      expired: sealed.expired,
      notCovered: tail.rows,
    });
  }
  await client.query('ROLLBACK');
  return {
    checked: sum(practices.map(({ checked }) => checked)),
    covered: practices.map(({ practiceId, coveredUntil, sealedAt }) => ({ practiceId, coveredUntil, sealedAt })),
    expiredCheckpoints: sum(practices.map(({ expired }) => expired)),
    // A cut through rows that no checkpoint has seen leaves no trace: these are counted, not vouched for.
    notCovered: {
      rows: sum(practices.map(({ notCovered }) => notCovered)),
      what: 'NOT COVERED: whatever came after coveredUntil',
    },
    seconds: Math.round(performance.now() - since) / 1000,
    faults,
  };
}

const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, number) => total + number, 0);

/** @param {string[]} args */
async function harness(args) {
  const { code } = await runNode([inProject('scripts/trust.mjs'), 'audit-verify', ...args], { show: true });
  return code ?? 1;
}

function installationKey() {
  const file = join(dataFolder(), 'samenoud.key');
  const given = process.env['SAMENOUD_KEY'] || (existsSync(file) ? readFileSync(file, 'utf8') : '');
  const key = parseKey(given);
  if (key === undefined) throw new Refusal('Set SAMENOUD_KEY, or DATA_DIR to the folder of this installation');
  return key;
}

/** @param {Buffer} key */
function databaseUrl(key) {
  if (process.env['DATABASE_URL']) return process.env['DATABASE_URL'];
  const portFile = join(dataFolder(), 'postgres.port');
  if (!existsSync(portFile)) throw new Refusal('Set DATABASE_URL, or DATA_DIR to the folder of this installation');
  const port = readFileSync(portFile, 'utf8').trim();
  return `postgres://postgres:${derivePassword(key, 'postgres-superuser')}@${host}:${port}/postgres`;
}

process.exitCode = await auditVerify(process.argv.slice(2)).catch(report);
