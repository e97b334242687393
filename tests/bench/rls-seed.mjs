/**
 * Fills a database with practices by set-based SQL: what the product would have written, without running it a million times.
 * Names are made up. Answers and results are those of clients of the demo, so that the product can read them.
 */

/** @typedef {(sql: string, parameters?: unknown[]) => Promise<import('pg').QueryResult>} Run */
/** @typedef {{ practices: number, clientsEach: number, logRowsEach: number }} RlsSize */

const practicesAtOnce = 10;

/** Who works where; a client's GP is one of two. */
const staff = `(VALUES ('PRACTICE', 'GP', 1), ('PRACTICE', 'GP', 2), ('PRACTICE', 'PRACTICE_NURSE', 1), ('PRACTICE', 'PRACTICE_ASSISTANT', 1),
  ('PRACTICE', 'PRACTICE_MANAGER', 1), ('PRACTICE', 'LOG_OFFICER', 1), ('HOME_CARE', 'DISTRICT_NURSE', 1), ('HOME_CARE', 'DISTRICT_NURSE', 2),
  ('SPECIALIST', 'ELDERLY_CARE_PHYSICIAN', 1), ('SOCIAL_WORK', 'ELDERLY_ADVISER', 1)) AS w (kind, role, nr)`;

/** The same id each time for the same thing. @param {string} what */
const idOf = (what) => `md5(${what})::uuid`;

const basis = {
  /** Every organisation but the reader wrote something; `pairs` says who reads what by which rule. */
  columns: 'practice_id, client_id, category, from_org_id, to_org_id, rule_id, kind, validity',
};

/**
 * @param {Run} run as the owner of the database
 * @param {RlsSize} size
 * @param {(done: number) => void} onProgress
 */
export async function seedPractices(run, size, onProgress) {
  await run(`SET session_replication_role = replica`); // keys are right by construction: checking 40 million takes longer than writing them
  await run(`SET synchronous_commit = off`);
  await makePractices(run, size);
  await run(
    `SELECT audit.ensure_month(day::date) FROM generate_series(now() - interval '25 months', now(), interval '1 month') AS day`,
  );
  await makeTemplates(run);
  for (let from = 1; from <= size.practices; from += practicesAtOnce) {
    const until = Math.min(size.practices, from + practicesAtOnce - 1);
    for (const sql of rowsOf(size)) await run(sql, [from, until]);
    onProgress(until);
  }
  await logHeads(run);
  await run('RESET session_replication_role');
}

/** @param {Run} run @param {RlsSize} size */
async function makePractices(run, { practices }) {
  await run(
    `CREATE TABLE public.bench_practice AS SELECT n, ${idOf(`'practice' || n`)} AS id, 'bench' || n AS short FROM generate_series(1, $1) AS n`,
    [practices],
  );
  await run('ALTER TABLE public.bench_practice ADD PRIMARY KEY (n)');
  await run(`INSERT INTO care.practice SELECT (jsonb_populate_record(NULL::care.practice, to_jsonb(t)
      || jsonb_build_object('id', p.id, 'short_name', p.short, 'name', 'Praktijk ' || p.n))).*
    FROM public.bench_practice p CROSS JOIN (SELECT * FROM care.practice WHERE short_name = 'noord') t`);
  await run(`INSERT INTO care.organisation SELECT (jsonb_populate_record(NULL::care.organisation, to_jsonb(t)
      || jsonb_build_object('practice_id', p.id, 'id', ${idOf(`p.n || t.kind`)}))).*
    FROM public.bench_practice p CROSS JOIN (SELECT DISTINCT ON (o.kind) o.* FROM care.organisation o
      JOIN care.practice q ON q.id = o.practice_id AND q.short_name = 'noord' ORDER BY o.kind, o.id) t`);
  await run(`INSERT INTO auth.account (id, email, display_name) SELECT ${idOf(`p.n || w.role || w.nr || 'account'`)},
      lower(w.role || w.nr || '@' || p.short || '.bench.invalid'), 'Meting ' || w.role FROM public.bench_practice p CROSS JOIN ${staff}`);
  await run(`INSERT INTO care.membership (practice_id, id, account_id, organisation_id, role, display_name, valid)
    SELECT p.id, ${idOf(`p.n || w.role || w.nr`)}, ${idOf(`p.n || w.role || w.nr || 'account'`)}, ${idOf('p.n || w.kind')}, w.role,
      'Meting ' || w.role || ' ' || w.nr, tstzrange(now() - interval '3 years', NULL) FROM public.bench_practice p CROSS JOIN ${staff}`);
  await run(`INSERT INTO care.instrument_version SELECT (jsonb_populate_record(NULL::care.instrument_version, to_jsonb(t)
      || jsonb_build_object('practice_id', p.id))).*
    FROM public.bench_practice p CROSS JOIN (SELECT i.* FROM care.instrument_version i JOIN care.practice q
      ON q.id = i.practice_id AND q.short_name = 'noord') t`);
}

/** One completed form of the demo for each outcome. @param {Run} run */
async function makeTemplates(run) {
  await run(`CREATE TABLE public.bench_form AS
    SELECT row_number() OVER (ORDER BY a.proposed_profile) AS n, to_jsonb(r) AS response, to_jsonb(a) AS assessment,
      (SELECT jsonb_agg(to_jsonb(s)) FROM care.answer_sheet s WHERE s.practice_id = r.practice_id AND s.response_id = r.id) AS sheets
    FROM (SELECT DISTINCT ON (proposed_profile) * FROM care.assessment WHERE proposed_profile <> 'UNDETERMINED' AND NOT empty_form
      ORDER BY proposed_profile, response_id) a
    JOIN care.response r ON r.practice_id = a.practice_id AND r.id = a.response_id AND r.status = 'COMPLETED' AND r.entry_mode = 'ITEMS'`);
}

/** @param {RlsSize} size */
function rowsOf({ clientsEach, logRowsEach }) {
  const practices = `public.bench_practice p WHERE p.n BETWEEN $1 AND $2`;
  const clients = `(SELECT p.n, p.id AS practice_id, c.k, ${idOf(`'client' || p.n || '.' || c.k`)} AS client_id
    FROM public.bench_practice p CROSS JOIN generate_series(1, ${clientsEach}) AS c (k) WHERE p.n BETWEEN $1 AND $2) c`;
  const org = (/** @type {string} */ kind) => idOf(`c.n || '${kind}'`);
  const member = (/** @type {string} */ role) => idOf(`c.n || '${role}' || (1 + c.k % 2)`);
  const first = (/** @type {string} */ role) => idOf(`c.n || '${role}1'`);
  const since = `tstzrange(now() - interval '2 years', NULL)`;
  const shares = [
    { to: 'PRACTICE', who: 'true', rule: `'INVOLVED'`, kind: 'INVOLVED' },
    { to: 'HOME_CARE', who: 'c.k % 10 < 4', rule: `'INVOLVED'`, kind: 'INVOLVED' },
    { to: 'SPECIALIST', who: 'c.k % 10 = 0', rule: `'INVOLVED'`, kind: 'INVOLVED' },
    { to: 'SOCIAL_WORK', who: 'c.k % 5 = 1', rule: `${idOf(`'consent' || c.n || '.' || c.k`)}::text`, kind: 'GRANT' },
  ];
  return [
    `INSERT INTO care.client (practice_id, id, version, owner_org_id, his_number, initials, given_name, family_name, name_use, sort_name,
       search_text, duplicate_key, sex, birth_date, street, house_number, postcode, city, phone, lives_at_home, status, gp_id, case_manager_id,
       created_at)
     SELECT c.practice_id, c.client_id, 1, ${org('PRACTICE')}, (10000 + c.k)::text, 'J.M.', 'Johanna', w.family, 'OWN',
       w.word || E'\\t\\tj.m.', ' ' || w.word || ' j jm johanna m ', w.word, CASE WHEN c.k % 5 < 3 THEN 'FEMALE' ELSE 'MALE' END,
       date '1930-01-01' + (c.k * 37 + c.n) % 7300, 'Dorpsstraat', c.k::text, '9501 AA', 'Stadskanaal', '+31599550100', true,
       CASE WHEN c.k % 20 = 7 THEN 'DECEASED' ELSE 'ACTIVE' END, ${member('GP')},
       CASE WHEN c.k % 5 = 1 THEN ${first('ELDERLY_ADVISER')} WHEN c.k % 10 < 4 THEN ${member('DISTRICT_NURSE')} END, now() - interval '2 years'
     FROM ${clients}, LATERAL (SELECT initcap(s) AS family, s AS word FROM (SELECT (ARRAY['berg', 'dijk', 'bakker', 'visser', 'smit', 'meijer',
       'mulder', 'bos', 'vos', 'peters', 'hendriks', 'dekker', 'brouwer', 'dewit', 'koning', 'postma', 'hoekstra', 'kuiper', 'veenstra',
       'wiersma'])[1 + c.k % 20] || translate((c.k / 20)::text, '0123456789', 'abcdefghij') AS s) x) w`,
    `INSERT INTO care.team_member (practice_id, id, client_id, user_id, org_id, reason, active)
     SELECT c.practice_id, ${idOf(`'team' || c.n || '.' || c.k || t.reason || t.user_id`)}, c.client_id, t.user_id, t.org_id, t.reason, ${since}
     FROM ${clients}, LATERAL (VALUES (true, ${member('GP')}, ${org('PRACTICE')}, 'GP'),
       (c.k % 10 < 4, ${member('DISTRICT_NURSE')}, ${org('HOME_CARE')}, CASE WHEN c.k % 5 = 1 THEN 'TEAM' ELSE 'CASE_MANAGER' END),
       (c.k % 10 = 0, ${first('ELDERLY_CARE_PHYSICIAN')}, ${org('SPECIALIST')}, 'TEAM'),
       (c.k % 5 = 1, ${first('ELDERLY_ADVISER')}, ${org('SOCIAL_WORK')}, 'CASE_MANAGER')) AS t (is_there, user_id, org_id, reason)
     WHERE t.is_there`,
    `INSERT INTO care.consent (practice_id, id, client_id, kind, to_org_id, categories, given_by, how, given_on, text_version, recorded_by)
     SELECT c.practice_id, ${idOf(`'consent' || c.n || '.' || c.k`)}, c.client_id, 'GRANT', ${org('SOCIAL_WORK')}, '{1,2,3,4,6}', 'CLIENT', 'ORAL',
       current_date - 700, '1', ${member('GP')} FROM ${clients} WHERE c.k % 5 = 1`,
    ...shares.map(
      ({ to, who, rule, kind }) => `INSERT INTO care.access_basis (${basis.columns})
       SELECT c.practice_id, c.client_id, k.category, ${idOf('c.n || o.kind')}, ${org(to)}, ${rule}, '${kind}',
         ${kind === 'INVOLVED' && to === 'PRACTICE' ? 'tstzrange(NULL, NULL)' : since}
       FROM ${clients}, (VALUES ('PRACTICE'), ('HOME_CARE'), ('SPECIALIST'), ('SOCIAL_WORK')) AS o (kind),
         (VALUES (1::smallint), (2::smallint), (3::smallint), (4::smallint), (5::smallint), (6::smallint)) AS k (category)
       WHERE ${who} AND o.kind <> '${to}'
         AND (k.category <> 5 OR o.kind IN ('PRACTICE', 'SPECIALIST') AND '${to}' IN ('PRACTICE', 'SPECIALIST'))`,
    ),
    // a form for six in ten
    `INSERT INTO care.response (practice_id, id, client_id, version, owner_org_id, status, entry_mode, channel, completed_on, completed_by,
       completed_at, entered_by, started_at, gfi_version, imesa_version)
     SELECT c.practice_id, ${idOf(`'response' || c.n || '.' || c.k`)}, c.client_id, 2, ${org('PRACTICE')}, 'COMPLETED', 'ITEMS', 'PAPER', d.day, 'SELF',
       d.day::timestamp AT TIME ZONE 'UTC', ${first('PRACTICE_ASSISTANT')}, d.day::timestamp AT TIME ZONE 'UTC',
       f.response ->> 'gfi_version', f.response ->> 'imesa_version'
     FROM ${clients} JOIN public.bench_form f ON f.n = 1 + c.k % (SELECT count(*) FROM public.bench_form)
     CROSS JOIN LATERAL (SELECT current_date - 30 - c.k % 300 AS day) d WHERE c.k % 10 < 6`,
    `INSERT INTO care.answer_sheet (practice_id, response_id, category, client_id, owner_org_id, answers)
     SELECT c.practice_id, ${idOf(`'response' || c.n || '.' || c.k`)}, (s.sheet ->> 'category')::smallint, c.client_id, ${org('PRACTICE')},
       s.sheet -> 'answers'
     FROM ${clients} JOIN public.bench_form f ON f.n = 1 + c.k % (SELECT count(*) FROM public.bench_form)
     CROSS JOIN LATERAL jsonb_array_elements(f.sheets) AS s (sheet) WHERE c.k % 10 < 6`,
    `INSERT INTO care.assessment (practice_id, response_id, client_id, owner_org_id, result, gfi_lower, gfi_upper, imesa_lower, imesa_upper,
       proposed_profile, empty_form)
     SELECT c.practice_id, ${idOf(`'response' || c.n || '.' || c.k`)}, c.client_id, ${org('PRACTICE')}, f.assessment -> 'result',
       (f.assessment ->> 'gfi_lower')::smallint, (f.assessment ->> 'gfi_upper')::smallint, (f.assessment ->> 'imesa_lower')::smallint,
       (f.assessment ->> 'imesa_upper')::smallint, f.assessment ->> 'proposed_profile', false
     FROM ${clients} JOIN public.bench_form f ON f.n = 1 + c.k % (SELECT count(*) FROM public.bench_form) WHERE c.k % 10 < 6`,
    `INSERT INTO care.profile_assignment (practice_id, id, client_id, owner_org_id, profile, assigned_on, assigned_at, assigned_by, response_id,
       rule_id, rule_version, labels, proposed_profile)
     SELECT c.practice_id, ${idOf(`'assignment' || c.n || '.' || c.k`)}, c.client_id, ${org('PRACTICE')}, f.assessment ->> 'proposed_profile',
       current_date - 20, now() - interval '20 days', ${member('GP')}, ${idOf(`'response' || c.n || '.' || c.k`)}, 'samenoud', '1',
       '{"ROBUST":"Robuust","FRAIL":"Kwetsbaar","COMPLEX":"Complex"}', f.assessment ->> 'proposed_profile'
     FROM ${clients} JOIN public.bench_form f ON f.n = 1 + c.k % (SELECT count(*) FROM public.bench_form) WHERE c.k % 10 < 5`,
    `INSERT INTO care.client_profile (practice_id, client_id, owner_org_id, assigned_profile, assigned_on, assigned_by, proposed_profile,
       possible_profiles, proposed_on, response_id, gfi_lower, gfi_upper, imesa_lower, imesa_upper)
     SELECT r.practice_id, r.client_id, r.owner_org_id, a.profile, a.assigned_on, a.assigned_by, s.proposed_profile, ARRAY[s.proposed_profile],
       r.completed_on, r.id, s.gfi_lower, s.gfi_upper, s.imesa_lower, s.imesa_upper
     FROM ${practices.replace(' WHERE', ' JOIN care.response r ON r.practice_id = p.id JOIN care.assessment s ON s.practice_id = r.practice_id AND s.response_id = r.id LEFT JOIN care.profile_assignment a ON a.practice_id = r.practice_id AND a.response_id = r.id WHERE')}`,
    logRows(logRowsEach, clientsEach),
  ];
}

/** Two years of reading, evenly, by ten people; one row in ten is a list with the ids of ten clients. @param {number} rows @param {number} clients */
function logRows(rows, clients) {
  return `INSERT INTO audit.event (practice_id, seq, occurred_at, event_id, event_type, action, outcome, user_id, user_is_requestor,
      responsible_user_id, role_code, purpose, ap_type, ap_id, client_id, object_type, object_role, object_id_type, object_id, lifecycle, query,
      policy_set, authorisation_rule, relation_rule, consent_rule_id, checks, org_id, source_id, source_type, request_id)
    SELECT p.id, s.seq, now() - interval '2 years' + s.seq * (interval '2 years' / ${rows + 1}), ${idOf(`p.n || 'event' || s.seq`)},
      CASE WHEN s.seq % 10 = 0 THEN 'SEARCH_CLIENTS' ELSE 'READ_IDENTITY' END, 'R', 'SUCCESS', w.user_id, true, w.user_id, w.role, 'TREATMENT',
      'IP_ADDRESS', ${idOf(`p.n || 'point'`)}::text, CASE WHEN s.seq % 10 <> 0 THEN ${idOf(`'client' || p.n || '.' || (1 + s.seq * 7 % ${clients})`)} END,
      CASE WHEN s.seq % 10 = 0 THEN 'CLIENT_LIST' ELSE 'CLIENT' END, 'PATIENT', 'UUID', NULL, 'ACCESS',
      CASE WHEN s.seq % 10 = 0 THEN jsonb_build_object('ids', (SELECT jsonb_agg(${idOf(`'client' || p.n || '.' || (1 + (s.seq + i) * 7 % ${clients})`)})
        FROM generate_series(1, 10) AS i)) END,
      'samenoud-matrix-1', 'IDENTITY.READ.' || w.role, 'PRACTICE', 'INVOLVED', 'F,T,R,C,S', w.org_id, 'samenoud', 'APPLICATION_SERVER', '-'
    FROM public.bench_practice p CROSS JOIN generate_series(1, ${rows}) AS s (seq)
    JOIN LATERAL (SELECT ${idOf(`p.n || (ARRAY['GP1','GP2','DISTRICT_NURSE1','DISTRICT_NURSE2','PRACTICE_NURSE1','PRACTICE_ASSISTANT1','ELDERLY_ADVISER1','ELDERLY_CARE_PHYSICIAN1'])[1 + s.seq % 8]`)} AS user_id,
      (ARRAY['GP','GP','DISTRICT_NURSE','DISTRICT_NURSE','PRACTICE_NURSE','PRACTICE_ASSISTANT','ELDERLY_ADVISER','ELDERLY_CARE_PHYSICIAN'])[1 + s.seq % 8] AS role,
      ${idOf(`p.n || 'PRACTICE'`)} AS org_id) w ON true
    WHERE p.n BETWEEN $1 AND $2`;
}

/** @param {Run} run */
async function logHeads(run) {
  await run(`INSERT INTO audit.head (practice_id, seq) SELECT e.practice_id, max(e.seq) FROM audit.event e
    JOIN public.bench_practice p ON p.id = e.practice_id GROUP BY e.practice_id`);
  await run(
    `INSERT INTO audit.access_point (practice_id, id, address) SELECT p.id, ${idOf(`p.n || 'point'`)}, '192.0.2.7' FROM public.bench_practice p`,
  );
}
