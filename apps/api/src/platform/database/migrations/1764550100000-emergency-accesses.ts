import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

const OVERSEERS = ['GP', 'LOG_OFFICER'] as const;

/**
 * Emergency access ("break-glass"): who opened which record without a relation, why and until when; what was noted meanwhile;
 * and what others thought of it. Reason and verdict are for whoever did it and for the reviewers, so they follow no care
 * relation: the person who wrote the reason has none.
 */
export class EmergencyAccesses1764550100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.emergency_access (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, user_id uuid NOT NULL, org_id uuid NOT NULL,
        session_id text NOT NULL, reason_code text NOT NULL, reason text NOT NULL, begun_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL, ended_at timestamptz, review_state text NOT NULL DEFAULT 'OPEN',
        CONSTRAINT emergency_access_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT emergency_access_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT emergency_access_user_fk FOREIGN KEY (practice_id, user_id) REFERENCES care.membership (practice_id, id),
        CONSTRAINT emergency_access_org_fk FOREIGN KEY (practice_id, org_id) REFERENCES care.organisation (practice_id, id),
        CONSTRAINT emergency_access_reason_code CHECK (reason_code IN ('ACUTE_CARE', 'VITAL_INTEREST', 'LOCUM', 'OTHER')),
        CONSTRAINT emergency_access_reason CHECK (char_length(btrim(reason)) BETWEEN 20 AND 1000),
        CONSTRAINT emergency_access_times CHECK (ends_at = begun_at + interval '4 hours'),
        CONSTRAINT emergency_access_review_state CHECK
          (review_state IN ('OPEN', 'INVESTIGATING', 'JUSTIFIED', 'NOT_JUSTIFIED')));
      CREATE INDEX emergency_access_user_ix ON care.emergency_access (practice_id, user_id, begun_at);
      CREATE INDEX emergency_access_client_ix ON care.emergency_access (practice_id, client_id);
      CREATE INDEX emergency_access_review_ix ON care.emergency_access (practice_id, begun_at)
        WHERE review_state IN ('OPEN', 'INVESTIGATING');
      ${protectTable({
        name: 'emergency_access',
        policy: { kind: 'OVERSEEN', by: OVERSEERS, ownerColumn: 'user_id' },
        updatable: ['ended_at', 'review_state'],
      })}

      CREATE TABLE care.emergency_verdict (
        practice_id uuid NOT NULL, id uuid NOT NULL, emergency_access_id uuid NOT NULL, verdict text NOT NULL, note text,
        made_by uuid NOT NULL, made_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT emergency_verdict_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT emergency_verdict_access_fk FOREIGN KEY (practice_id, emergency_access_id)
          REFERENCES care.emergency_access (practice_id, id),
        CONSTRAINT emergency_verdict_made_by_fk FOREIGN KEY (practice_id, made_by) REFERENCES care.membership (practice_id, id),
        CONSTRAINT emergency_verdict_verdict CHECK (verdict IN ('JUSTIFIED', 'NOT_JUSTIFIED', 'FURTHER_INVESTIGATION')),
        CONSTRAINT emergency_verdict_note CHECK (verdict = 'JUSTIFIED' OR note IS NOT NULL));
      CREATE INDEX emergency_verdict_access_ix ON care.emergency_verdict (practice_id, emergency_access_id, made_at);
      ${protectTable({ name: 'emergency_verdict', policy: { kind: 'OVERSEEN', by: OVERSEERS } })}

      CREATE TABLE care.emergency_note (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 4, emergency_access_id uuid NOT NULL, note text NOT NULL, made_by uuid NOT NULL,
        made_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT emergency_note_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT emergency_note_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT emergency_note_access_fk FOREIGN KEY (practice_id, emergency_access_id)
          REFERENCES care.emergency_access (practice_id, id),
        CONSTRAINT emergency_note_category CHECK (category = 4));
      CREATE INDEX emergency_note_access_ix ON care.emergency_note (practice_id, emergency_access_id, made_at);
      CREATE INDEX emergency_note_client_ix ON care.emergency_note (practice_id, client_id, made_at);
      ${protectTable({ name: 'emergency_note', policy: { kind: 'CLIENT', clientColumn: 'client_id' } })}

      -- What decides whether one may begin, of a record that is closed as yet: shielded or not, its GP, and how often this
      -- person did it on this Dutch day, over all her memberships. The lock makes two requests of one person take turns.
      CREATE FUNCTION care.emergency_standing(p_client uuid, p_at timestamptz)
        RETURNS TABLE (restricted boolean, gp_id uuid, used integer, next_day_in integer)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
      DECLARE person uuid := (SELECT m.account_id FROM care.membership m
          WHERE m.practice_id = ctx.practice_id() AND m.id = ctx.user_id());
        midnight timestamptz := date_trunc('day', p_at AT TIME ZONE 'Europe/Amsterdam') AT TIME ZONE 'Europe/Amsterdam';
        next_midnight timestamptz := (date_trunc('day', p_at AT TIME ZONE 'Europe/Amsterdam') + interval '1 day')
          AT TIME ZONE 'Europe/Amsterdam';
      BEGIN
        IF ctx.setting('role') NOT IN ('GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE') THEN RETURN; END IF;
        PERFORM pg_advisory_xact_lock(hashtextextended('emergency ' || person, 0));
        RETURN QUERY SELECT c.restricted, c.gp_id,
          (SELECT count(*)::integer FROM care.emergency_access e
             JOIN care.membership m ON m.practice_id = e.practice_id AND m.id = e.user_id
           WHERE e.practice_id = ctx.practice_id() AND m.account_id = person
             AND e.begun_at >= midnight AND e.begun_at < next_midnight),
          ceil(extract(epoch FROM next_midnight - p_at))::integer
        FROM care.client c WHERE c.practice_id = ctx.practice_id() AND c.id = p_client;
      END $$;

      -- Whoever has no relation finds one client by exact name and birth date, and sees no more than these.
      CREATE FUNCTION care.emergency_clients_born_on(p_birth_date date, p_word text) RETURNS TABLE (id uuid, initials text,
          given_name text, name_prefix text, family_name text, partner_prefix text, partner_family_name text, name_use text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS
        $$ SELECT c.id, c.initials, c.given_name, c.name_prefix, c.family_name, c.partner_prefix, c.partner_family_name,
             c.name_use FROM care.client c
           WHERE c.practice_id = ctx.practice_id()
             AND ctx.setting('role') IN ('GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE') AND c.birth_date = p_birth_date
             AND position(' ' || p_word || ' ' IN c.search_text) > 0
           ORDER BY c.sort_name, c.id LIMIT 50 $$;
      -- That something was noted, for a reviewer who may not read what.
      CREATE FUNCTION care.emergency_note_count(p_access uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS
        $$ SELECT count(*)::integer FROM care.emergency_note n
           WHERE n.practice_id = ctx.practice_id() AND n.emergency_access_id = p_access $$;
      REVOKE ALL ON FUNCTION care.emergency_standing(uuid, timestamptz), care.emergency_clients_born_on(date, text),
        care.emergency_note_count(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.emergency_standing(uuid, timestamptz), care.emergency_clients_born_on(date, text),
        care.emergency_note_count(uuid) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION care.emergency_standing(uuid, timestamptz), care.emergency_clients_born_on(date, text),
        care.emergency_note_count(uuid);
      DROP TABLE care.emergency_note, care.emergency_verdict, care.emergency_access`);
  }
}
