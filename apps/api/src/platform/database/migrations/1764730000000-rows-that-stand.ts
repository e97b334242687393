import type { MigrationInterface, QueryRunner } from 'typeorm';

const APP_MAY = (signature: string): string =>
  `REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC; GRANT EXECUTE ON FUNCTION ${signature} TO smd_app;`;

/**
 * Whether an id is that of a row of this kind, for who may know of its client and not of the row; any other id is not there.
 * One function for every kind, where each kind had one of its own or none.
 */
export class RowsThatStand1764730000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE FUNCTION care.stands(p_kind text, p_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT CASE p_kind
          WHEN 'CONTACT_PERSON' THEN EXISTS (SELECT FROM care.contact_person
            WHERE practice_id = ctx.practice_id() AND id = p_id AND removed_at IS NULL)
          WHEN 'HANDOVER' THEN EXISTS (SELECT FROM care.handover WHERE practice_id = ctx.practice_id() AND id = p_id)
          WHEN 'REFERRAL' THEN EXISTS (SELECT FROM care.referral WHERE practice_id = ctx.practice_id() AND id = p_id)
          WHEN 'RESPONSE' THEN EXISTS (SELECT FROM care.response WHERE practice_id = ctx.practice_id() AND id = p_id)
          ELSE false END $$;
      ${APP_MAY('care.stands(text, uuid)')}
      RESET ROLE;
      DROP FUNCTION care.is_handover(uuid), care.contact_person_stands(uuid)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE FUNCTION care.is_handover(p_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT EXISTS (SELECT FROM care.handover WHERE practice_id = ctx.practice_id() AND id = p_id) $$;
      CREATE FUNCTION care.contact_person_stands(p_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT EXISTS (SELECT FROM care.contact_person WHERE practice_id = ctx.practice_id() AND id = p_id AND removed_at IS NULL) $$;
      ${APP_MAY('care.is_handover(uuid)')} ${APP_MAY('care.contact_person_stands(uuid)')}
      RESET ROLE;
      DROP FUNCTION care.stands(text, uuid)`);
  }
}
