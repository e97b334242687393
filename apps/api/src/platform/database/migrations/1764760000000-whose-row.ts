import type { MigrationInterface, QueryRunner } from 'typeorm';

const APP_MAY = (signature: string): string =>
  `REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC; GRANT EXECUTE ON FUNCTION ${signature} TO smd_app;`;

/** Table of each kind of row that is asked for by its own id. */
const TABLES = {
  CONTACT: 'contact_moment',
  CONTACT_PERSON: 'contact_person',
  HANDOVER: 'handover',
  REFERRAL: 'referral',
  RESPONSE: 'response',
  SIGNAL: 'signal',
};

const rowsOf = ([kind, table]: [string, string]): string => `SELECT client_id, owner_org_id, category FROM care.${table}
  WHERE p_kind = '${kind}' AND practice_id = ctx.practice_id() AND id = p_id ${kind === 'CONTACT_PERSON' ? 'AND removed_at IS NULL' : ''}`;

const ROWS = Object.entries(TABLES).map(rowsOf).join(' UNION ALL ');

/**
 * Whose row it is that the person at hand does not see, so that she hears the first reason of the order of refusals: no relation, not
 * shared, shielded. `stands` told only that there is one.
 */
export class WhoseRow1764760000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE FUNCTION care.standing(p_kind text, p_id uuid) RETURNS TABLE (client_id uuid, owner_org_id uuid, category smallint)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
        ${ROWS} $$;
      ${APP_MAY('care.standing(text, uuid)')}
      DROP FUNCTION care.stands(text, uuid);
      RESET ROLE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE FUNCTION care.stands(p_kind text, p_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$ SELECT EXISTS (${ROWS}) $$;
      ${APP_MAY('care.stands(text, uuid)')}
      DROP FUNCTION care.standing(text, uuid);
      RESET ROLE`);
  }
}
