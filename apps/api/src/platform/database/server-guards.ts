import { text } from '@samenoud/texts';
import { StartRefusal } from '../config/start-refusal.ts';

/** Whatever runs a statement and gives its rows. */
interface Asker {
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

/** Oldest safe minor of each supported major: earlier ones leak rows through planner statistics (CVE-2025-8713). */
const OLDEST_MINOR: Readonly<Record<number, number>> = { 15: 14, 16: 10, 17: 6 };

/** Tables of schema care that belong to no practice. */
const WITHOUT_PRACTICE = ['practice'];

/** Refuses a server that is too old or, in production, one that may lose what it acknowledged. */
export async function refuseUnsafeServer(runner: Asker, production: boolean): Promise<void> {
  const rows: { version: string }[] = await runner.query(`SELECT current_setting('server_version_num') AS version`);
  const version = Number(rows[0]?.version);
  const [major, minor] = [Math.floor(version / 10_000), version % 10_000];
  if (major < 15 || minor < (OLDEST_MINOR[major] ?? 0)) {
    throw new StartRefusal(text('start.databaseTooOld', { version: `${major}.${minor}` }));
  }
  if (!production) return;
  const off: { name: string }[] = await runner.query(`SELECT name FROM pg_settings WHERE setting = 'off'
    AND name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')`);
  if (off[0]) throw new StartRefusal(text('start.databaseUnsafe', { setting: off[0].name }));
}

/** What the catalog says against the rules of `trust.md` 4, one line per fault. */
export async function findUnsafeTables(runner: Asker): Promise<string[]> {
  const faults: { fault: string }[] = await runner.query(
    `SELECT c.oid::regclass || ': row-level security is not forced' AS fault
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('care', 'audit') AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
     UNION ALL
     SELECT c.oid::regclass || ': no restrictive policy on the practice' FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('care', 'audit') AND c.relkind IN ('r', 'p')
       AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND NOT p.polpermissive AND p.polcmd = '*'
         AND pg_get_expr(p.polqual, c.oid) LIKE '%ctx.practice_id()%'
         AND ('smd_app'::regrole = ANY (p.polroles) OR 0 = ANY (p.polroles)))
     UNION ALL
     SELECT c.oid::regclass || ': practice_id does not lead its primary key' FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('care', 'audit') AND c.relkind IN ('r', 'p') AND c.relname <> ALL ($1)
       AND NOT EXISTS (SELECT FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
         WHERE k.conrelid = c.oid AND k.contype = 'p' AND a.attname = 'practice_id' AND a.attnotnull)
     UNION ALL
     SELECT c.oid::regclass || ': ' || k.conname || ' lacks practice_id' FROM pg_constraint k
     JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'care' AND k.contype = 'f' AND c.relname <> ALL ($1)
       AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = k.conkey[1] AND a.attname = 'practice_id')
     UNION ALL
     SELECT c.oid::regclass || ': ' || u.relname || ' lacks practice_id' FROM pg_index i
     JOIN pg_class u ON u.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'care' AND i.indisunique AND NOT i.indisprimary AND c.relname <> ALL ($1)
       AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = i.indkey[0] AND a.attname = 'practice_id')
     UNION ALL
     SELECT format('%I.%I: the app may change whole rows', table_schema, table_name) FROM information_schema.role_table_grants
     WHERE grantee IN ('smd_app', 'PUBLIC') AND privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')
       AND table_schema IN ('care', 'audit', 'auth', 'ctx')
     UNION ALL
     SELECT c.oid::regclass || ': view without security_invoker' FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('care', 'audit', 'auth') AND c.relkind IN ('v', 'm')
       AND NOT coalesce(c.reloptions @> '{security_invoker=on}', false)
     ORDER BY 1`,
    [WITHOUT_PRACTICE],
  );
  return faults.map((row) => row.fault);
}

/** Refuses to start on tables that would not keep practices apart. */
export async function refuseUnsafeTables(runner: Asker): Promise<void> {
  const [fault] = await findUnsafeTables(runner);
  if (fault) throw new StartRefusal(text('start.tablesUnsafe', { fault }));
}

/** Refuses to work as a login for which row-level security does not hold. */
export async function refusePowerfulLogin(runner: Asker): Promise<void> {
  const rows: { powerful: boolean }[] = await runner.query(`SELECT rolsuper OR rolbypassrls
    OR EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname IN ('care', 'audit', 'auth') AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS powerful
    FROM pg_roles WHERE rolname = current_user`);
  if (rows[0]?.powerful !== false) throw new StartRefusal(text('start.loginTooPowerful'));
}
