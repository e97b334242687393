import pg from 'pg';
import { dayOfInstant, SCOPE_OF_ROLE } from '@samenoud/domain';

import { tokenHash } from '../../apps/api/dist/platform/config/secrets.js';
import { loginUrl } from '../../apps/api/dist/platform/database/roles.js';
import { PreparingClient } from '../../apps/api/dist/platform/database/preparing-client.js';
import { readDaysAsText } from '../../apps/api/dist/platform/database/wire-types.js';
import { newId } from '../../apps/api/dist/platform/http/uuid.js';
import { callAuth } from '../../apps/api/dist/platform/identity/auth-functions.js';
import { SET_CONTEXT } from '../../apps/api/dist/platform/request/transaction.js';

/**
 * @typedef {object} At
 * @property {pg.PoolClient} client
 * @property {any} session
 * @property {string} today
 * @property {object[]} log
 */

/**
 * Connects as the product does: same login, same number of connections.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function openPool({ DATABASE_URL = '', SAMENOUD_KEY = '' }) {
  readDaysAsText();
  const pool = new pg.Pool({
    connectionString: loginUrl(DATABASE_URL, 'smd_app', Buffer.from(SAMENOUD_KEY, 'base64')),
    max: 20,
    Client: PreparingClient,
    pipeline: true,
    options: '-c timezone=UTC -c search_path=care',
  });
  const database = {
    query: async (/** @type {string} */ sql, /** @type {unknown[] | undefined} */ parameters) =>
      (await pool.query(sql, parameters)).rows,
  };
  /** @param {any} request @param {(at: At) => Promise<unknown>} work */
  return async (request, work) => {
    const token = /samenoud=([^;]+)/.exec(request.headers.cookie)?.[1] ?? '';
    const session = await callAuth(database, 'use_session', tokenHash(token), '15 minutes', true);
    return inTransaction(pool, session, request.ip, work);
  };
}

/** @param {pg.Pool} pool @param {any} session @param {string} address @param {(at: At) => Promise<unknown>} work */
async function inTransaction(pool, session, address, work) {
  const client = await pool.connect();
  try {
    const [, now] = await Promise.all([client.query('BEGIN'), setContext(client, session, address)]);
    const at = { client, session, today: dayOfInstant(now), log: [] };
    const answer = await work(at);
    await Promise.all([client.query('SELECT audit.append($1)', [JSON.stringify(at.log)]), client.query('COMMIT')]);
    return answer;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** @param {pg.PoolClient} client @param {any} session @param {string} address */
async function setContext(client, session, address) {
  const { practiceId, userId, organisationId, role, displayName, bigNumber } = session;
  const scope = SCOPE_OF_ROLE[/** @type {'GP'} */ (role)];
  const { rows } = await client.query(SET_CONTEXT, [
    practiceId, userId, organisationId, role, scope, displayName, bigNumber ?? '', newId(), address, '', '',
  ]); // prettier-ignore
  return rows[0].now;
}
