import { assess, decide, isEmptyForm, sheetsOf, SHIPPED_PACKS } from '@samenoud/domain';

import {
  CLIENT_COLUMNS,
  clientView,
  LIST_COLUMNS,
  listItem,
  profileView,
} from '../../apps/api/dist/clients/client-row.js';
import { RELATION } from '../../apps/api/dist/platform/access/client-access.js';
import { newId } from '../../apps/api/dist/platform/http/uuid.js';
import { HISTORY } from '../../apps/api/dist/profiles/profiles.service.js';
import { INSERT_FORM, SETTINGS } from '../../apps/api/dist/questionnaires/form-store.js';
import { SELECT_RESPONSE } from '../../apps/api/dist/questionnaires/response-row.js';
import { FROM_INVITATION, INVITATION_COLUMNS } from '../../apps/api/dist/screening-rounds/invitation-row.js';

/** @typedef {import('./bare-transaction.mjs').At} At */

const shared = (/** @type {string} */ alias, /** @type {number} */ category) =>
  `(${alias}.owner_org_id = ctx.org_id() OR EXISTS (SELECT FROM care.access_basis b
    WHERE b.practice_id = ctx.practice_id() AND b.client_id = c.id AND b.category = ${category}
      AND b.from_org_id = ${alias}.owner_org_id AND b.to_org_id = ctx.org_id() AND b.validity @> now()))`;

const PROFILE = `LEFT JOIN care.client_profile p
  ON p.practice_id = ctx.practice_id() AND p.client_id = c.id AND ${shared('p', 3)}`;

const SEARCH = `WITH matched AS (
    SELECT c.id, c.sort_name AS k0, c.birth_date::text AS k1, c.id::text AS k2 FROM care.client c ${PROFILE}
    WHERE c.practice_id = ctx.practice_id() AND true AND ${shared('c', 1)}),
  page AS (SELECT * FROM matched ORDER BY k0, k1, k2 LIMIT $1)
  SELECT ${LIST_COLUMNS}, (SELECT count(*)::integer FROM matched) AS total, jsonb_build_array(k0, k1, k2) AS "sortValues"
  FROM page JOIN care.client c ON c.practice_id = ctx.practice_id() AND c.id = page.id ${PROFILE} ORDER BY k0, k1, k2`;

/** @param {At} at @param {any} body */
export async function listClients({ client, today, log }, { sort, limit }) {
  const { rows } = await client.query(SEARCH, [limit + 1]);
  const shown = rows.slice(0, limit);
  const query = { withText: false, filter: {}, sort, continued: false, ids: shown.map(({ id }) => id) };
  log.push({ type: 'SEARCH_CLIENTS', action: 'R', objectType: 'CLIENT_LIST', query, category: 1 });
  const last = rows.length > limit ? shown.at(-1).sortValues : undefined;
  return {
    items: shown.map((row) => ({ ...listItem(row, today), profile: profileView(row) })),
    nextCursor: last ? Buffer.from(JSON.stringify([sort, ...last])).toString('base64url') : null,
    total: rows[0]?.total ?? 0,
  };
}

/** @param {At} at @param {string} id */
export async function getClient(at, id) {
  await open(at, id, 'IDENTITY', 'READ', 'CLIENT');
  const { rows } = await at.client.query(
    `SELECT ${CLIENT_COLUMNS} FROM care.client c
     LEFT JOIN care.client_profile p ON p.practice_id = c.practice_id AND p.client_id = c.id
     WHERE c.practice_id = ctx.practice_id() AND c.id = $1`,
    [id],
  );
  return { ...clientView(rows[0], at.today), bsn: null, profile: profileView(rows[0]) };
}

/** @param {At} at @param {string} id */
export async function listResponses(at, id) {
  await open(at, id, 'IDENTITY', 'READ', 'RESPONSES');
  const { rows } = await at.client.query(
    `${SELECT_RESPONSE} WHERE r.practice_id = ctx.practice_id() AND r.client_id = $1
     ORDER BY coalesce(r.completed_on, 'infinity') DESC, coalesce(r.completed_at, r.started_at) DESC, r.id DESC LIMIT 200`,
    [id],
  );
  return { items: rows.map(responseView), nextCursor: null, total: rows.length };
}

/** @param {At} at @param {string} id */
export async function listProfiles(at, id) {
  await open(at, id, 'RISK_PROFILE', 'READ', 'PROFILES');
  const { rows } = await at.client.query(HISTORY, [id]);
  return { items: rows.map(historyEntry), nextCursor: null, total: rows.length };
}

/** @param {any} row */
function historyEntry(row) {
  const { ownerOrgId: _, ...entry } = row;
  return entry;
}

const INVITATION = `SELECT ${INVITATION_COLUMNS} ${FROM_INVITATION} WHERE i.practice_id = ctx.practice_id()`;
const NEWEST_INVITATION = `${INVITATION} AND i.client_id = $1 AND ($2::uuid IS NULL OR i.round_id = $2) AND i.state <> 'CANCELLED'
  ORDER BY i.made_at DESC, i.id DESC LIMIT 1`;
const HOLD_INVITATION_OF = `${INVITATION} AND i.response_id = $1 FOR UPDATE OF i`;
const SECOND_ENTRY = `SELECT second_entry_borders AS borders, second_entry_share AS share FROM care.practice
  WHERE id = ctx.practice_id()`;

/** @param {At} at @param {string} clientId @param {any} body */
export async function completeQuestionnaire(at, clientId, { answers, ...head }) {
  const { client, session } = at;
  const id = newId();
  await open(at, clientId, 'HEALTH_ANSWERS', 'FINALISE', 'RESPONSE', id);
  await client.query(NEWEST_INVITATION, [clientId, null]);
  const { gfi, imesa, cutOffs } = (await client.query(SETTINGS, [clientId])).rows[0];
  const scored = {
    assessment: assess(SHIPPED_PACKS, answers, cutOffs),
    emptyForm: isEmptyForm(answers, SHIPPED_PACKS),
  };
  const versions = { gfiVersion: gfi, imesaVersion: imesa };
  const form = { ...head, ...versions, id, clientId, entryMode: 'ITEMS', enteredBy: session.userId, scored };
  await client.query(INSERT_FORM, [JSON.stringify({ ...form, sheets: sheetsOf(answers) }), []]);
  await client.query('SELECT care.refresh_client_profile($1)', [clientId]);
  await client.query(SECOND_ENTRY);
  await client.query(HOLD_INVITATION_OF, [id]);
  const { rows } = await client.query(`${SELECT_RESPONSE} WHERE r.practice_id = ctx.practice_id() AND r.id = $1`, [id]);
  return responseView(rows[0]);
}

/**
 * Access lookup, decision and log row of one act.
 *
 * @param {At} at
 * @param {string} clientId
 * @param {import('@samenoud/domain').Resource} resource
 * @param {import('@samenoud/domain').AccessAction} action
 * @param {string} objectType
 * @param {string} [objectId]
 */
async function open({ client, session, log }, clientId, resource, action, objectType, objectId = clientId) {
  const { inTeam, isCaseManager, restricted, found, practiceOrgId } = (await client.query(RELATION, [clientId]))
    .rows[0];
  const decision = decide({
    role: session.role,
    userOrgId: session.organisationId,
    resource,
    action,
    relation: { tenant: found, inTeam, isCaseManager, ownCaseload: isCaseManager, isMaker: false },
    ownerOrgId: practiceOrgId,
    basis: () => false,
    restricted,
  });
  if (!decision.allow) throw new Error(decision.code);
  log.push({
    type: `${action}_${objectType}`,
    action: action === 'READ' ? 'R' : 'U',
    objectType,
    objectId,
    clientId,
    rule: decision.rule,
    relation: decision.relationRule,
    basis: decision.consentRule,
    category: 1,
  });
}

/** @param {any} stored */
function responseView(stored) {
  const {
    ownerOrgId: _,
    assessmentOwnerId: _a,
    remarkOwnerId: _r,
    secondEntry: _s,
    gfiVersion,
    imesaVersion,
    sheets,
    ...row
  } = stored;
  const answers = Object.assign({}, ...sheets.map((/** @type {any} */ sheet) => sheet.answers));
  return { ...row, instruments: { gfi: gfiVersion, imesa: imesaVersion }, answers };
}
