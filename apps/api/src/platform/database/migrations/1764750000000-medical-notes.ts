import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownCareOnly } from '../own-care-only.ts';
import { protectTable } from '../tenant-table.ts';

const SUBJECTS = ['treatment_plan', 'directive', 'care_planning_talk', 'network', 'surroundings_plan'];
const MEDICAL = ['treatment_plan', 'directive'];
const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/** Of what the database keeps versions, and the category each of them has. */
const versionsOf = (subjects: readonly string[], medical: readonly string[]): string => `ALTER TABLE care.record_version
  DROP CONSTRAINT record_version_subject, DROP CONSTRAINT record_version_category,
  ADD CONSTRAINT record_version_subject CHECK (subject IN (${quoted(subjects)})),
  ADD CONSTRAINT record_version_category CHECK (category = CASE WHEN subject IN (${quoted(medical)}) THEN 5 ELSE 4 END);`;

const tablesOfMeetings = (before: string, after: string): string => `DO $do$ DECLARE was text; now_is text; BEGIN
  was := pg_get_functiondef('care.tables_of_part(text)'::regprocedure);
  now_is := replace(was, $$${before}$$, $$${after}$$);
  IF now_is = was THEN RAISE EXCEPTION 'tables_of_part is not as expected'; END IF;
  EXECUTE now_is;
END $do$;`;
const MEETINGS = `ARRAY['agenda_item', 'agenda_topic']`;
const WITH_NOTES = `ARRAY['medical_note', 'agenda_item', 'agenda_topic']`;

/** Not every version is of a line of an agenda. */
const VERSION_IS_OWN_ONLY = `CASE WHEN record_version.subject = 'medical_note'
  THEN care.is_own_only((record_version.content ->> 'item_id')::uuid, NULL, NULL) ELSE false END`;

const ROLE = `(SELECT ctx.setting('role'))`;
const READERS = `${ROLE} IN ('GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE')`;
const WRITERS = `${ROLE} IN ('GP', 'ELDERLY_CARE_PHYSICIAN')`;

/**
 * What physicians note about a client in a team meeting, one note per line of the agenda: the medical annex of the minutes. On top of
 * relation and consent the database holds it to the roles of the paper, since a practice nurse is of the organisation that wrote it.
 * Source: domain.md 10, minutes; trust.md 3, „Meeting note, medical annex (5)”.
 */
export class MedicalNotes1764750000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      -- \`edition\`: of the minutes whose annex this text stands in, until it is written anew for a later one.
      CREATE TABLE care.medical_note (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 5, version integer NOT NULL DEFAULT 1, item_id uuid NOT NULL, edition integer NOT NULL, text text,
        made_by uuid NOT NULL, made_at timestamptz NOT NULL DEFAULT ctx.now(), changed_by uuid NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT medical_note_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT medical_note_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id),
        CONSTRAINT medical_note_item_fk FOREIGN KEY (practice_id, item_id) REFERENCES care.agenda_item (practice_id, id),
        CONSTRAINT medical_note_item_key UNIQUE (practice_id, item_id),
        CONSTRAINT medical_note_category CHECK (category = 5),
        CONSTRAINT medical_note_edition CHECK (edition > 0),
        CONSTRAINT medical_note_text CHECK (char_length(text) BETWEEN 1 AND 1000));
      CREATE INDEX medical_note_client_ix ON care.medical_note (practice_id, client_id);
      ${protectTable({
        name: 'medical_note',
        policy: { kind: 'CLIENT', clientColumn: 'client_id' },
        updatable: ['version', 'edition', 'text', 'changed_by', 'changed_at'],
      })}
      CREATE POLICY for_physicians ON care.medical_note AS RESTRICTIVE FOR SELECT TO smd_app USING (${READERS});
      CREATE POLICY by_physicians ON care.medical_note AS RESTRICTIVE FOR INSERT TO smd_app WITH CHECK (${WRITERS});
      CREATE POLICY edit_by_physicians ON care.medical_note AS RESTRICTIVE FOR UPDATE TO smd_app USING (${WRITERS}) WITH CHECK (true);
      ${versionsOf([...SUBJECTS, 'medical_note'], [...MEDICAL, 'medical_note'])}
      CREATE POLICY for_physicians ON care.record_version AS RESTRICTIVE FOR SELECT TO smd_app
        USING (subject <> 'medical_note' OR ${READERS});
      ${ownCareOnly('medical_note', 'care.is_own_only(medical_note.item_id, NULL, NULL)')}
      ${ownCareOnly('record_version', VERSION_IS_OWN_ONLY)}
      -- Every version is kept by the database itself, but for a merge, which writes nothing new.
      CREATE TRIGGER keep_new AFTER INSERT ON care.medical_note FOR EACH ROW
        WHEN (ctx.setting('merging') IS NULL) EXECUTE FUNCTION care.keep_version();
      CREATE TRIGGER keep_change AFTER UPDATE ON care.medical_note FOR EACH ROW
        WHEN (ctx.setting('merging') IS NULL) EXECUTE FUNCTION care.keep_version();

      -- Which organisation wrote the note of a line, so that „there is none” is never said of one that is not shared.
      CREATE FUNCTION care.medical_note_owner(p_item uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT owner_org_id FROM care.medical_note WHERE practice_id = ctx.practice_id() AND item_id = p_item $$;
      REVOKE ALL ON FUNCTION care.medical_note_owner(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.medical_note_owner(uuid) TO smd_app;

      -- Named among the rows that go, since its versions are found by its id.
      ${tablesOfMeetings(MEETINGS, WITH_NOTES)}
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${tablesOfMeetings(WITH_NOTES, MEETINGS)}
      DROP FUNCTION care.medical_note_owner(uuid);
      DROP TABLE care.medical_note;
      DROP POLICY for_physicians ON care.record_version;
      DROP POLICY own_care_only ON care.record_version;
      DROP POLICY own_care_only_edit ON care.record_version;
      DELETE FROM care.record_version WHERE subject = 'medical_note';
      ${versionsOf(SUBJECTS, MEDICAL)}`);
  }
}
