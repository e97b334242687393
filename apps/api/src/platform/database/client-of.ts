/** Every table with rows of a client that have an id of their own, so that one that is added later counts too. */
const TABLES = `
  SELECT c.relname AS name FROM pg_class c
  WHERE c.relnamespace = 'care'::regnamespace AND c.relkind IN ('r', 'p') AND (SELECT count(*) FROM pg_attribute a
    WHERE a.attrelid = c.oid AND a.attname IN ('practice_id', 'id', 'client_id') AND a.atttypid = 'uuid'::regtype
      AND NOT a.attisdropped) = 3`;

const PARTS = `SELECT t.client_id FROM care.%I t WHERE t.practice_id = ctx.practice_id() AND t.id = p_id`;

const BODY = `
  BEGIN
    RETURN coalesce((SELECT id FROM care.client WHERE practice_id = ctx.practice_id() AND id = p_id),
      (SELECT k.id FROM (%s) t JOIN care.client k ON k.practice_id = ctx.practice_id() AND k.id = t.client_id LIMIT 1));
  END`;

/**
 * Writes `care.client_of` anew for the tables that are there: which client an id of any row leads to, for the log of a refusal.
 * Asking the catalogue at each refusal took a statement per table, each planned every time; this is planned once per connection.
 */
export async function renewClientOf(runner: { query: (sql: string) => Promise<unknown> }): Promise<void> {
  await runner.query(`DO $renew$
    DECLARE parts text;
    BEGIN
      SET LOCAL ROLE smd_owner;
      SELECT string_agg(format('${PARTS}', name), ' UNION ALL ' ORDER BY name) INTO parts FROM (${TABLES}) AS tables;
      EXECUTE format('CREATE OR REPLACE FUNCTION care.client_of(p_id uuid) RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx SET plan_cache_mode = force_generic_plan AS %L', format('${BODY}', parts));
    END $renew$`);
}
