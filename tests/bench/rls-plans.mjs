import { readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Tables that grow with clients and years; reading one of them whole is what an index is for. */
const bigTables =
  /Seq Scan on (?:\w+\.)?(client|team_member|access_basis|consent|response|answer_sheet|assessment|profile_assignment|client_profile|event(?:_later|_\d{4}_\d{2})?)\b/g;

/**
 * Runs some work while the server writes down the plan of every statement, also of those inside functions, and tells which big
 * tables were read whole.
 *
 * @param {import('./rls-seed.mjs').Run} run as the owner of the database
 * @param {string} logFile
 * @param {() => Promise<unknown>} work
 */
export async function sequentialScans(run, logFile, work) {
  await explainAll(run, true);
  const from = statSync(logFile).size;
  await work();
  await explainAll(run, false);
  const written = readFileSync(logFile).subarray(from).toString('utf8');
  return {
    plans: written.split('Query Text:').length - 1,
    scans: [...new Set([...written.matchAll(bigTables)].map(([, table]) => table))],
  };
}

/** @param {import('./rls-seed.mjs').Run} run @param {boolean} on */
async function explainAll(run, on) {
  await run(`ALTER SYSTEM SET auto_explain.log_min_duration = ${on ? 0 : -1}`);
  await run('SELECT pg_reload_conf()');
  await pause(500); // connections notice between two statements
}

/** Server settings under which that works. */
export const planSettings = {
  shared_preload_libraries: 'pg_stat_statements,auto_explain',
  'auto_explain.log_nested_statements': 'on',
  'pg_stat_statements.track_planning': 'on',
};

/**
 * Milliseconds that the database itself spent on the app's statements, planning included.
 *
 * @param {import('./rls-seed.mjs').Run} run
 * @param {() => Promise<unknown>} work
 */
export async function databaseMs(run, work) {
  await run('SELECT public.pg_stat_statements_reset()');
  await work();
  const { rows } = await run(`SELECT coalesce(sum(total_exec_time + total_plan_time), 0)::float8 AS ms
    FROM public.pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid WHERE r.rolname = 'smd_app'`);
  return Number(rows[0].ms);
}

/** Tables whose row-level security is switched off and on again for the comparison. @param {import('./rls-seed.mjs').Run} run @param {boolean} on */
export async function setRowSecurity(run, on) {
  await run(`DO $$ DECLARE t regclass; BEGIN
    FOR t IN SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('care', 'audit') AND c.relkind IN ('r', 'p') LOOP
      EXECUTE format('ALTER TABLE %s ${on ? 'ENABLE' : 'DISABLE'} ROW LEVEL SECURITY', t);
    END LOOP; END $$`);
}
