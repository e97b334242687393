import type { MigrationInterface, QueryRunner } from 'typeorm';
import { countAsCare } from '../clinical-changes.ts';
import { protectTable } from '../tenant-table.ts';

const ofClient = { kind: 'CLIENT', clientColumn: 'client_id' } as const;
const ofPractice = { kind: 'PRACTICE' } as const;

/** What every table of rows of one client has. */
const head = (
  table: string,
): string => `practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 6, CONSTRAINT ${table}_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT ${table}_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id)
          DEFERRABLE INITIALLY IMMEDIATE`;

/**
 * Meetings of the Ouderenzorg Team, their agenda and what was decided in them. A meeting and its attendees hold nothing of a client;
 * each line, reason and decision is a row of its client with a category, so that every attendee gets what is shared with her
 * organisation. Source: domain.md 10; trust.md 3.
 */
export class Meetings1764660000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.meeting (
        practice_id uuid NOT NULL, id uuid NOT NULL, version integer NOT NULL DEFAULT 1, starts_at timestamptz NOT NULL, place text,
        video_link text, state text NOT NULL DEFAULT 'DRAFT', edition integer NOT NULL DEFAULT 0, built_at timestamptz, started_at timestamptz,
        closed_at timestamptz, made_by uuid NOT NULL, made_at timestamptz NOT NULL DEFAULT ctx.now(), changed_by uuid NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT meeting_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT meeting_state CHECK (state IN ('DRAFT', 'OPEN', 'RUNNING', 'CLOSED', 'REOPENED', 'CANCELLED')),
        CONSTRAINT meeting_place CHECK (char_length(place) <= 120),
        CONSTRAINT meeting_video_link CHECK (char_length(video_link) <= 300));
      CREATE INDEX meeting_starts_ix ON care.meeting (practice_id, starts_at);
      ${protectTable({
        name: 'meeting',
        policy: ofPractice,
        updatable: [
          'version', 'starts_at', 'place', 'video_link', 'state', 'edition', 'built_at', 'started_at', 'closed_at', 'changed_by', 'changed_at',
        ], // prettier-ignore
      })}

      -- Every step of a meeting, with the reason where one is asked. Never changed itself.
      CREATE TABLE care.meeting_step (
        practice_id uuid NOT NULL, id uuid NOT NULL, meeting_id uuid NOT NULL, from_state text NOT NULL, to_state text NOT NULL,
        reason text, made_by uuid NOT NULL, made_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT meeting_step_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT meeting_step_meeting_fk FOREIGN KEY (practice_id, meeting_id) REFERENCES care.meeting (practice_id, id));
      CREATE INDEX meeting_step_meeting_ix ON care.meeting_step (practice_id, meeting_id, made_at);
      ${protectTable({ name: 'meeting_step', policy: ofPractice })}

      CREATE TABLE care.meeting_attendee (
        practice_id uuid NOT NULL, meeting_id uuid NOT NULL, user_id uuid NOT NULL, present boolean, joined_at timestamptz,
        removed_at timestamptz, added_by uuid NOT NULL, added_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT meeting_attendee_pk PRIMARY KEY (practice_id, meeting_id, user_id),
        CONSTRAINT meeting_attendee_meeting_fk FOREIGN KEY (practice_id, meeting_id) REFERENCES care.meeting (practice_id, id),
        CONSTRAINT meeting_attendee_user_fk FOREIGN KEY (practice_id, user_id) REFERENCES care.membership (practice_id, id));
      CREATE INDEX meeting_attendee_user_ix ON care.meeting_attendee (practice_id, user_id);
      ${protectTable({ name: 'meeting_attendee', policy: ofPractice, updatable: ['present', 'joined_at', 'removed_at'] })}

      -- A client whom somebody brings in, with one question: gives the reason MANUAL until it is withdrawn.
      CREATE TABLE care.agenda_topic (
        ${head('agenda_topic')}, version integer NOT NULL DEFAULT 1, meeting_id uuid NOT NULL, question text NOT NULL,
        added_by uuid NOT NULL, added_at timestamptz NOT NULL DEFAULT ctx.now(), withdrawn_at timestamptz, withdrawn_by uuid,
        moved_from uuid,
        CONSTRAINT agenda_topic_meeting_fk FOREIGN KEY (practice_id, meeting_id) REFERENCES care.meeting (practice_id, id),
        CONSTRAINT agenda_topic_category CHECK (category = 6),
        CONSTRAINT agenda_topic_question CHECK (char_length(question) BETWEEN 1 AND 200),
        CONSTRAINT agenda_topic_withdrawn CHECK (num_nonnulls(withdrawn_at, withdrawn_by) IN (0, 2)));
      CREATE INDEX agenda_topic_meeting_ix ON care.agenda_topic (practice_id, meeting_id);
      CREATE INDEX agenda_topic_client_ix ON care.agenda_topic (practice_id, client_id);
      ${protectTable({ name: 'agenda_topic', policy: ofClient, updatable: ['version', 'question', 'withdrawn_at', 'withdrawn_by'] })}

      -- One line per client and meeting, of the practice whoever built it. OFF: gone while in preparation; DROPPED: gone after it was
      -- shared. The client it was made for stays when records are merged, so that both lines go along.
      CREATE TABLE care.agenda_item (
        ${head('agenda_item')}, version integer NOT NULL DEFAULT 1, meeting_id uuid NOT NULL, made_for uuid NOT NULL, place integer NOT NULL,
        rank smallint NOT NULL, on_top boolean NOT NULL, state text NOT NULL DEFAULT 'ON', added_later boolean NOT NULL DEFAULT false, presenter_id uuid,
        question text, question_by uuid, outcome text, outcome_by uuid,
        outcome_at timestamptz, feedback_by uuid, feedback_on date, made_at timestamptz NOT NULL DEFAULT ctx.now(), changed_by uuid,
        changed_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT agenda_item_meeting_fk FOREIGN KEY (practice_id, meeting_id) REFERENCES care.meeting (practice_id, id),
        CONSTRAINT agenda_item_key UNIQUE (practice_id, meeting_id, made_for),
        CONSTRAINT agenda_item_category CHECK (category = 6),
        CONSTRAINT agenda_item_state CHECK (state IN ('ON', 'OFF', 'DROPPED')),
        CONSTRAINT agenda_item_presenter_fk FOREIGN KEY (practice_id, presenter_id) REFERENCES care.membership (practice_id, id),
        CONSTRAINT agenda_item_question CHECK (char_length(question) BETWEEN 1 AND 200),
        CONSTRAINT agenda_item_outcome CHECK (outcome IN ('DISCUSSED', 'NOT_DISCUSSED')),
        CONSTRAINT agenda_item_feedback CHECK (feedback_on IS NULL OR feedback_by IS NOT NULL));
      CREATE INDEX agenda_item_client_ix ON care.agenda_item (practice_id, client_id);
      ${protectTable({
        name: 'agenda_item',
        policy: ofClient,
        updatable: [
          'version', 'presenter_id', 'question', 'question_by', 'outcome', 'outcome_by', 'outcome_at', 'feedback_by', 'feedback_on',
          'changed_by', 'changed_at',
        ], // prettier-ignore
      })}
      REVOKE INSERT ON care.agenda_item FROM smd_app;

      -- Why a client is on the agenda: a row per reason, with category and owner of what it is about.
      CREATE TABLE care.agenda_reason (
        ${head('agenda_reason')}, item_id uuid NOT NULL, code text NOT NULL, detail jsonb NOT NULL, since date NOT NULL,
        row_id uuid NOT NULL, place smallint NOT NULL,
        CONSTRAINT agenda_reason_item_fk FOREIGN KEY (practice_id, item_id) REFERENCES care.agenda_item (practice_id, id),
        CONSTRAINT agenda_reason_key UNIQUE (practice_id, item_id, code, row_id),
        CONSTRAINT agenda_reason_category CHECK (category BETWEEN 1 AND 6));
      CREATE INDEX agenda_reason_client_ix ON care.agenda_reason (practice_id, client_id);
      CREATE INDEX agenda_reason_row_ix ON care.agenda_reason (practice_id, row_id);
      ${protectTable({ name: 'agenda_reason', policy: ofClient })}
      REVOKE INSERT ON care.agenda_reason FROM smd_app;

      -- A decision is the change in the record; here stands which one, and in which meeting. What another one reverses stays.
      CREATE TABLE care.decision (
        ${head('decision')}, meeting_id uuid NOT NULL, item_id uuid NOT NULL, kind text NOT NULL, text text, next_review_on date,
        case_manager_id uuid, assignment_id uuid, action_id uuid, referral_id uuid, reverses_id uuid, before jsonb,
        recorded_by uuid NOT NULL, recorded_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT decision_meeting_fk FOREIGN KEY (practice_id, meeting_id) REFERENCES care.meeting (practice_id, id),
        CONSTRAINT decision_item_fk FOREIGN KEY (practice_id, item_id) REFERENCES care.agenda_item (practice_id, id),
        CONSTRAINT decision_reverses_fk FOREIGN KEY (practice_id, reverses_id) REFERENCES care.decision (practice_id, id),
        CONSTRAINT decision_reverses_key UNIQUE (practice_id, reverses_id),
        CONSTRAINT decision_assignment_fk FOREIGN KEY (practice_id, assignment_id) REFERENCES care.profile_assignment (practice_id, id),
        CONSTRAINT decision_action_fk FOREIGN KEY (practice_id, action_id) REFERENCES care.action (practice_id, id),
        CONSTRAINT decision_manager_fk FOREIGN KEY (practice_id, case_manager_id) REFERENCES care.membership (practice_id, id),
        CONSTRAINT decision_category CHECK (category = 6),
        CONSTRAINT decision_kind CHECK (kind IN ('ASSIGN_PROFILE', 'NAME_CASE_MANAGER', 'ACTION', 'REFER', 'NEXT_REVIEW', 'END_REVIEW', 'NOTE')),
        CONSTRAINT decision_note CHECK (kind <> 'NOTE' OR text IS NOT NULL),
        CONSTRAINT decision_review CHECK ((kind = 'NEXT_REVIEW') = (next_review_on IS NOT NULL)));
      CREATE INDEX decision_item_ix ON care.decision (practice_id, item_id);
      CREATE INDEX decision_client_ix ON care.decision (practice_id, client_id, recorded_at);
      CREATE INDEX decision_meeting_ix ON care.decision (practice_id, meeting_id);
      ${protectTable({ name: 'decision', policy: ofClient })}

      -- Minutes per edition; an earlier one stays as it was.
      CREATE TABLE care.meeting_minutes (
        practice_id uuid NOT NULL, id uuid NOT NULL, meeting_id uuid NOT NULL, edition integer NOT NULL, starts_at timestamptz NOT NULL,
        place text, attendance jsonb NOT NULL, reason text, made_by uuid NOT NULL, made_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT meeting_minutes_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT meeting_minutes_key UNIQUE (practice_id, meeting_id, edition),
        CONSTRAINT meeting_minutes_meeting_fk FOREIGN KEY (practice_id, meeting_id) REFERENCES care.meeting (practice_id, id));
      ${protectTable({ name: 'meeting_minutes', policy: ofPractice })}
      CREATE TABLE care.minutes_item (
        ${head('minutes_item')}, minutes_id uuid NOT NULL, item_id uuid NOT NULL, place integer NOT NULL, content jsonb NOT NULL,
        CONSTRAINT minutes_item_minutes_fk FOREIGN KEY (practice_id, minutes_id) REFERENCES care.meeting_minutes (practice_id, id),
        CONSTRAINT minutes_item_item_fk FOREIGN KEY (practice_id, item_id) REFERENCES care.agenda_item (practice_id, id),
        CONSTRAINT minutes_item_category CHECK (category BETWEEN 1 AND 6));
      CREATE INDEX minutes_item_minutes_ix ON care.minutes_item (practice_id, minutes_id);
      CREATE INDEX minutes_item_item_ix ON care.minutes_item (practice_id, item_id);
      CREATE INDEX minutes_item_client_ix ON care.minutes_item (practice_id, client_id);
      ${protectTable({ name: 'minutes_item', policy: ofClient })}
      REVOKE INSERT ON care.minutes_item FROM smd_app;

      ALTER TABLE care.action ADD COLUMN agenda_item_id uuid,
        ADD CONSTRAINT action_agenda_item_fk FOREIGN KEY (practice_id, agenda_item_id) REFERENCES care.agenda_item (practice_id, id),
        ADD CONSTRAINT action_of_meeting CHECK (agenda_item_id IS NULL OR kind = 'MEETING');
      CREATE INDEX action_agenda_item_ix ON care.action (practice_id, agenda_item_id) WHERE agenda_item_id IS NOT NULL;

      -- A place on an agenda is a part in the care of that client, until thirty days after.
      ALTER TABLE care.team_member DROP CONSTRAINT team_member_reason, ADD COLUMN meeting_id uuid,
        ADD CONSTRAINT team_member_reason CHECK (reason IN ('GP', 'TEAM', 'CASE_MANAGER', 'HANDOVER', 'MEETING')),
        ADD CONSTRAINT team_member_meeting CHECK ((reason = 'MEETING') = (meeting_id IS NOT NULL)),
        ADD CONSTRAINT team_member_meeting_fk FOREIGN KEY (practice_id, meeting_id) REFERENCES care.meeting (practice_id, id);
      CREATE INDEX team_member_meeting_ix ON care.team_member (practice_id, meeting_id) WHERE meeting_id IS NOT NULL;

      -- Lines of a meeting as they stand, whoever asks: the agenda is built with the sight of the practice.
      CREATE FUNCTION care.agenda_as_built(p_meeting uuid) RETURNS TABLE (id uuid, client_id uuid, place integer, state text,
        added_later boolean, question text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
        SELECT i.id, i.client_id, i.place, i.state, i.added_later, i.question FROM care.agenda_item i
        WHERE i.practice_id = ctx.practice_id() AND i.meeting_id = p_meeting ORDER BY i.place, i.id $$;

      -- Writes all lines of an agenda that is still being built. A line without reasons is gone, and keeps those it had; a question
      -- typed by a person stays.
      CREATE FUNCTION care.put_agenda(p_meeting uuid, p_lines jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      DECLARE on_it jsonb := jsonb_path_query_array(p_lines, '$[*] ? (@.state == "ON")');
      BEGIN
        IF NOT EXISTS (SELECT FROM care.meeting WHERE practice_id = ctx.practice_id() AND id = p_meeting AND state IN ('DRAFT', 'OPEN')) THEN
          RAISE EXCEPTION 'this agenda is not built any more';
        END IF;
        UPDATE care.agenda_item i SET version = i.version + 1, place = l.place, state = l.state, changed_at = ctx.now()
        FROM jsonb_to_recordset(p_lines) AS l (id uuid, place integer, state text)
        WHERE i.practice_id = ctx.practice_id() AND i.meeting_id = p_meeting AND i.id = l.id AND l.state <> 'ON'
          AND (i.place, i.state) IS DISTINCT FROM (l.place, l.state);
        INSERT INTO care.agenda_item AS i (practice_id, id, client_id, owner_org_id, meeting_id, made_for, place, rank, on_top, state,
          added_later, question)
        SELECT ctx.practice_id(), l.id, l."clientId", (SELECT o.id FROM care.organisation o WHERE o.practice_id = ctx.practice_id()
            AND o.kind = 'PRACTICE'), p_meeting, l."clientId", l.place, l.rank, l."onTop", l.state, l."addedLater", l.question
        FROM jsonb_to_recordset(on_it) AS l (id uuid, "clientId" uuid, place integer, rank smallint, "onTop" boolean, state text,
          "addedLater" boolean, question text)
        ON CONFLICT (practice_id, id) DO UPDATE SET version = i.version + 1, place = excluded.place, rank = excluded.rank,
          on_top = excluded.on_top, state = excluded.state, added_later = excluded.added_later,
          question = coalesce(i.question, excluded.question), changed_at = ctx.now()
        WHERE i.meeting_id = p_meeting AND (i.place, i.rank, i.on_top, i.state, i.added_later, i.question) IS DISTINCT FROM
          (excluded.place, excluded.rank, excluded.on_top, excluded.state, excluded.added_later, coalesce(i.question, excluded.question));
        DELETE FROM care.agenda_reason r USING jsonb_array_elements(on_it) AS l
        WHERE r.practice_id = ctx.practice_id() AND r.item_id = (l ->> 'id')::uuid
          AND NOT EXISTS (SELECT FROM jsonb_array_elements(l -> 'reasons') AS x
            WHERE x ->> 'code' = r.code AND (x ->> 'rowId')::uuid = r.row_id);
        INSERT INTO care.agenda_reason AS r (practice_id, id, client_id, owner_org_id, category, item_id, code, detail, since, row_id, place)
        SELECT ctx.practice_id(), x.id, (l ->> 'clientId')::uuid, x."ownerOrgId", x.category, (l ->> 'id')::uuid, x.code, x.detail, x.since,
          x."rowId", x.place
        FROM jsonb_array_elements(on_it) AS l, jsonb_to_recordset(l -> 'reasons') AS x (id uuid, "ownerOrgId" uuid, category smallint,
          code text, detail jsonb, since date, "rowId" uuid, place smallint)
        ON CONFLICT (practice_id, item_id, code, row_id) DO UPDATE SET detail = excluded.detail, since = excluded.since,
          place = excluded.place, category = excluded.category, owner_org_id = excluded.owner_org_id
        WHERE (r.detail, r.since, r.place) IS DISTINCT FROM (excluded.detail, excluded.since, excluded.place);
      END $$;

      -- Whose clients a meeting is about; only to let their care relation follow.
      CREATE FUNCTION care.agenda_clients(p_meeting uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT DISTINCT i.client_id FROM care.agenda_item i
        WHERE i.practice_id = ctx.practice_id() AND i.meeting_id = p_meeting AND i.state <> 'OFF' $$;

      -- Questions that go along to a next agenda: of earlier lines, and of who brought a client in.
      CREATE FUNCTION care.agenda_questions(p_rows uuid[]) RETURNS TABLE (id uuid, question text) LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT i.id, i.question FROM care.agenda_item i
          WHERE i.practice_id = ctx.practice_id() AND i.id = ANY (p_rows) AND i.question IS NOT NULL
        UNION ALL SELECT t.id, t.question FROM care.agenda_topic t WHERE t.practice_id = ctx.practice_id() AND t.id = ANY (p_rows) $$;

      -- Which places an agenda has; nothing of who is on them.
      CREATE FUNCTION care.agenda_places(p_meeting uuid) RETURNS TABLE (place integer, state text) LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT i.place, i.state FROM care.agenda_item i
        WHERE i.practice_id = ctx.practice_id() AND i.meeting_id = p_meeting AND i.state <> 'OFF' ORDER BY i.place $$;

      -- What people brought in for a meeting that was cancelled goes to the next one in preparation after it, else to the first that
      -- comes; answers to which.
      CREATE FUNCTION care.move_topics() RETURNS SETOF uuid LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
        WITH moved AS (UPDATE care.agenda_topic t SET meeting_id = n.id, moved_from = coalesce(t.moved_from, t.meeting_id),
            version = t.version + 1
          FROM care.meeting c CROSS JOIN LATERAL (SELECT m.id FROM care.meeting m WHERE m.practice_id = ctx.practice_id()
            AND m.state IN ('DRAFT', 'OPEN') AND m.starts_at >= ctx.now() ORDER BY m.starts_at < c.starts_at, m.starts_at, m.id LIMIT 1) n
          WHERE t.practice_id = ctx.practice_id() AND c.practice_id = t.practice_id AND c.id = t.meeting_id AND c.state = 'CANCELLED'
            AND t.withdrawn_at IS NULL RETURNING t.meeting_id)
        SELECT DISTINCT meeting_id FROM moved $$;

      -- Whether anything was decided, also what the asker may not see.
      CREATE FUNCTION care.meeting_has_decisions(p_meeting uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT EXISTS (SELECT FROM care.decision d WHERE d.practice_id = ctx.practice_id() AND d.meeting_id = p_meeting) $$;

      REVOKE ALL ON FUNCTION care.agenda_as_built(uuid), care.put_agenda(uuid, jsonb), care.agenda_places(uuid), care.agenda_clients(uuid),
        care.agenda_questions(uuid[]), care.move_topics(), care.meeting_has_decisions(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.agenda_as_built(uuid), care.put_agenda(uuid, jsonb), care.agenda_places(uuid), care.agenda_clients(uuid),
        care.agenda_questions(uuid[]), care.move_topics(), care.meeting_has_decisions(uuid) TO smd_app;

      ${countAsCare([
        'SELECT client_id, owner_org_id, recorded_at FROM care.decision WHERE practice_id = ctx.practice_id()',
        'SELECT client_id, owner_org_id, added_at FROM care.agenda_topic WHERE practice_id = ctx.practice_id()',
      ])}
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION care.agenda_as_built, care.put_agenda, care.agenda_places, care.agenda_clients, care.agenda_questions, care.move_topics, care.meeting_has_decisions;
      DELETE FROM care.team_member WHERE meeting_id IS NOT NULL;
      ALTER TABLE care.team_member DROP COLUMN meeting_id; ALTER TABLE care.action DROP COLUMN agenda_item_id;
      DROP TABLE care.minutes_item, care.meeting_minutes, care.decision, care.agenda_reason, care.agenda_item, care.agenda_topic,
        care.meeting_attendee, care.meeting_step, care.meeting CASCADE`);
  }
}
