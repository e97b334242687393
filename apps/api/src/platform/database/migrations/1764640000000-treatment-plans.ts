import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

const ofClient = { kind: 'CLIENT', clientColumn: 'client_id' } as const;
/** Who wrote it first and who changed it last. */
const WRITERS = `made_by uuid NOT NULL, made_at timestamptz NOT NULL DEFAULT ctx.now(), changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT ctx.now()`;
const VOIDED = ['voided_at', 'voided_by', 'void_reason'] as const;
const CHANGED = ['version', 'changed_by', 'changed_at'] as const;

const head = (
  name: string,
  category: 4 | 5,
): string => `practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL,
  owner_org_id uuid NOT NULL, category smallint NOT NULL DEFAULT ${category}, version integer NOT NULL DEFAULT 1, ${WRITERS},
  CONSTRAINT ${name}_pk PRIMARY KEY (practice_id, id),
  CONSTRAINT ${name}_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
  CONSTRAINT ${name}_category CHECK (category = ${category})`;

const voidable = (name: string): string => `voided_at timestamptz, voided_by uuid, void_reason text,
  CONSTRAINT ${name}_voided CHECK (num_nonnulls(voided_at, voided_by, void_reason) IN (0, 3))`;

/** Every version of a row is kept by the database itself, but for a merge, which writes nothing new. */
const kept = (name: string): string => `CREATE TRIGGER keep_new AFTER INSERT ON care.${name} FOR EACH ROW
    WHEN (ctx.setting('merging') IS NULL) EXECUTE FUNCTION care.keep_version();
  CREATE TRIGGER keep_change AFTER UPDATE ON care.${name} FOR EACH ROW
    WHEN (ctx.setting('merging') IS NULL) EXECUTE FUNCTION care.keep_version();`;

/**
 * One document of a client that is read and saved as a whole (ADR 26). `made_for` is the record it was written in, and stays
 * when that is merged into another: so both plans of two records that become one go along, and no third is made beside them.
 */
const document = (name: string, category: 4 | 5): string => `
  CREATE TABLE care.${name} (${head(name, category)}, made_for uuid NOT NULL, content jsonb NOT NULL,
    CONSTRAINT ${name}_made_for_key UNIQUE (practice_id, made_for),
    CONSTRAINT ${name}_content CHECK (jsonb_typeof(content) = 'object'));
  CREATE INDEX ${name}_client_ix ON care.${name} (practice_id, client_id);
  ${protectTable({ name, policy: ofClient, updatable: [...CHANGED, 'content'] })}
  ${kept(name)}`;

/** What the record keeps of these tables counts as care, for the term it is kept. */
const CLINICAL = ` UNION ALL SELECT client_id, owner_org_id, changed_at FROM care.record_version WHERE practice_id = ctx.practice_id()) e GROUP BY 1, 2)`;

/** Medical treatment plan, directives, talks about later, network and surroundings plan. Source: `domain.md` 8 and 11.4. */
export class TreatmentPlans1764640000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.record_version (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL, category smallint NOT NULL,
        subject text NOT NULL, subject_id uuid NOT NULL, version integer NOT NULL, changed_by uuid NOT NULL,
        changed_at timestamptz NOT NULL, content jsonb NOT NULL,
        CONSTRAINT record_version_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT record_version_key UNIQUE (practice_id, subject_id, version),
        CONSTRAINT record_version_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT record_version_subject
          CHECK (subject IN ('treatment_plan', 'directive', 'care_planning_talk', 'network', 'surroundings_plan')),
        CONSTRAINT record_version_category
          CHECK (category = CASE WHEN subject IN ('treatment_plan', 'directive') THEN 5 ELSE 4 END));
      CREATE INDEX record_version_client_ix ON care.record_version (practice_id, client_id, subject, changed_at);
      ${protectTable({ name: 'record_version', policy: ofClient })}
      REVOKE INSERT ON care.record_version FROM smd_app;
      -- A trigger adds a row of the same practice as the one that changed, also where nobody set a practice.
      ALTER POLICY tenant ON care.record_version TO smd_app;
      CREATE FUNCTION care.keep_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      BEGIN
        INSERT INTO care.record_version (practice_id, id, client_id, owner_org_id, category, subject, subject_id, version, changed_by,
          changed_at, content)
        VALUES (NEW.practice_id, gen_random_uuid(), NEW.client_id, NEW.owner_org_id, NEW.category, TG_TABLE_NAME, NEW.id, NEW.version,
          NEW.changed_by, NEW.changed_at, CASE WHEN to_jsonb(NEW) ? 'content' THEN to_jsonb(NEW) -> 'content' ELSE to_jsonb(NEW)
            - '{practice_id,id,client_id,owner_org_id,category,version,made_by,made_at,changed_by,changed_at}'::text[] END)
        -- a row that is touched outside the product, such as by a test, has no new version to keep
        ON CONFLICT ON CONSTRAINT record_version_key DO NOTHING;
        RETURN NULL;
      END $$;
      REVOKE ALL ON FUNCTION care.keep_version() FROM PUBLIC;

      ${document('treatment_plan', 5)}
      ${document('network', 4)}
      ${document('surroundings_plan', 4)}

      CREATE TABLE care.directive (${head('directive', 5)}, kind text NOT NULL, code text NOT NULL, other_text text, decision smallint,
        decision_text text, agreed_with text[] NOT NULL DEFAULT '{}', discussed_on date, dated_on date, kept_at text, ends_on date,
        comment text, ${voidable('directive')},
        CONSTRAINT directive_kind CHECK (kind IN ('TREATMENT', 'ADVANCE')),
        CONSTRAINT directive_code CHECK (code IN ('89666000', '305351004', '40617009', '32485007', '116762002', '281789004', 'NR', 'VOL',
          'VERB', 'VERBVL', 'MON', 'EU', 'EUD', 'LW', 'DO', 'ZB', 'OTH')),
        CONSTRAINT directive_decision CHECK ((kind = 'TREATMENT') = (decision IS NOT NULL) AND coalesce(decision, 0) BETWEEN 0 AND 2),
        CONSTRAINT directive_otherwise CHECK (coalesce(decision, 0) <> 1 OR decision_text IS NOT NULL),
        CONSTRAINT directive_named CHECK (code <> 'OTH' OR other_text IS NOT NULL),
        CONSTRAINT directive_day CHECK (CASE kind WHEN 'TREATMENT' THEN discussed_on ELSE dated_on END IS NOT NULL));
      CREATE INDEX directive_client_ix ON care.directive (practice_id, client_id);
      ${protectTable({
        name: 'directive',
        policy: ofClient,
        updatable: [
          ...CHANGED, ...VOIDED, 'code', 'other_text', 'decision', 'decision_text', 'agreed_with', 'discussed_on', 'dated_on', 'kept_at',
          'ends_on', 'comment',
        ], // prettier-ignore
      })}
      ${kept('directive')}

      CREATE TABLE care.care_planning_talk (${head('care_planning_talk', 4)}, held_on date NOT NULL, participants text NOT NULL,
        themes text[] NOT NULL, wishes text, note text, ${voidable('care_planning_talk')},
        CONSTRAINT care_planning_talk_themes CHECK (cardinality(themes) > 0 AND themes <@ ARRAY['DAILY_JOY', 'DAILY_CARE',
          'MEDICAL_TREATMENT', 'ILLNESS_AND_END_OF_LIFE', 'MONEY_AND_LAW', 'HOME_AND_NETWORK']));
      CREATE INDEX care_planning_talk_client_ix ON care.care_planning_talk (practice_id, client_id, held_on);
      ${protectTable({
        name: 'care_planning_talk',
        policy: ofClient,
        updatable: [...CHANGED, ...VOIDED, 'held_on', 'participants', 'themes', 'wishes', 'note'],
      })}
      ${kept('care_planning_talk')}

      -- Only that there is one in force, per organisation that wrote it, for who may know that and nothing more.
      CREATE FUNCTION care.directives_in_force(p_client uuid) RETURNS TABLE (owner_org_id uuid, changed_by uuid) LANGUAGE sql STABLE
        SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
        SELECT d.owner_org_id, d.changed_by FROM care.directive d
        WHERE d.practice_id = ctx.practice_id() AND d.client_id = p_client AND d.voided_at IS NULL
          AND coalesce(d.ends_on >= (ctx.now() AT TIME ZONE 'Europe/Amsterdam')::date, true)
          AND (ctx.scope() = 'practice' OR coalesce(p_client = ctx.break_glass_client(), false)
            OR EXISTS (SELECT FROM care.team_member m WHERE m.practice_id = d.practice_id AND m.client_id = p_client
              AND m.user_id = ctx.user_id() AND m.active @> now()))
          AND (d.owner_org_id = ctx.org_id() OR coalesce(p_client = ctx.break_glass_client(), false)
            OR EXISTS (SELECT FROM care.access_basis b WHERE b.practice_id = d.practice_id AND b.client_id = p_client
              AND b.category IN (4, 5) AND b.from_org_id = d.owner_org_id AND b.to_org_id = ctx.org_id() AND b.validity @> now()))
        ORDER BY d.changed_at DESC $$;
      -- Which organisations wrote such a document, so that „there is none” is never said of one that is not shared.
      CREATE FUNCTION care.document_owners(p_table text, p_client uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT owner_org_id FROM care.treatment_plan
          WHERE p_table = 'treatment_plan' AND practice_id = ctx.practice_id() AND client_id = p_client
        UNION SELECT owner_org_id FROM care.network WHERE p_table = 'network' AND practice_id = ctx.practice_id() AND client_id = p_client
        UNION SELECT owner_org_id FROM care.surroundings_plan
          WHERE p_table = 'surroundings_plan' AND practice_id = ctx.practice_id() AND client_id = p_client $$;
      REVOKE ALL ON FUNCTION care.directives_in_force(uuid), care.document_owners(text, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.directives_in_force(uuid), care.document_owners(text, uuid) TO smd_app;

      -- What others added to this function stays in it.
      DO $do$ DECLARE was text; now_is text; BEGIN
        was := pg_get_functiondef('care.last_clinical_changes'::regproc);
        now_is := replace(was, ') e GROUP BY 1, 2)', '${CLINICAL}');
        IF now_is = was THEN RAISE EXCEPTION 'last_clinical_changes is not as expected'; END IF;
        EXECUTE now_is;
      END $do$;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('care.last_clinical_changes'::regproc), '${CLINICAL}', ') e GROUP BY 1, 2)'); END $do$;
      DROP FUNCTION care.directives_in_force(uuid), care.document_owners(text, uuid);
      DROP TABLE care.care_planning_talk, care.directive, care.surroundings_plan, care.network, care.treatment_plan, care.record_version;
      DROP FUNCTION care.keep_version()`);
  }
}
