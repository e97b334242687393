import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A decision that nobody took back, and that takes nothing back. Alias `d`. */
const STANDS = `d.reverses_id IS NULL AND NOT EXISTS (SELECT FROM care.decision u WHERE u.practice_id = d.practice_id AND u.reverses_id = d.id)`;
const DECISIONS = `FROM care.decision d JOIN items i ON i.id = d.item_id WHERE d.practice_id = ctx.practice_id() AND ${STANDS}`;

/**
 * What closing a meeting does, whoever closes it: outcomes, signals that were discussed, and minutes. Each part of the minutes is a row
 * with the category and the owner of what it tells, as it stood at that moment. Source: domain.md 10, closing and minutes.
 */
export class Minutes1764663100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      -- Who tells the client what was decided: a task, once per line.
      ALTER TABLE care.action ADD COLUMN feedback_of_id uuid,
        ADD CONSTRAINT action_feedback_of_fk FOREIGN KEY (practice_id, feedback_of_id) REFERENCES care.agenda_item (practice_id, id),
        ADD CONSTRAINT action_feedback_of_key UNIQUE (practice_id, feedback_of_id),
        ADD CONSTRAINT action_feedback CHECK (feedback_of_id IS NULL OR kind = 'TASK');

      -- What the outcome of each line follows from.
      CREATE FUNCTION care.lines_at_closing(p_meeting uuid) RETURNS TABLE (id uuid, client_id uuid, outcome text, decisions integer,
        actions integer, open_actions integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
        SELECT i.id, i.client_id, i.outcome,
          (SELECT count(*)::integer FROM care.decision d WHERE d.practice_id = i.practice_id AND d.item_id = i.id AND ${STANDS}),
          count(a.id)::integer, (count(a.id) FILTER (WHERE a.state = 'OPEN'))::integer
        FROM care.agenda_item i
        LEFT JOIN care.agenda_reason r ON r.practice_id = i.practice_id AND r.item_id = i.id AND r.code = 'OPEN_ACTION'
        LEFT JOIN care.action a ON a.practice_id = r.practice_id AND a.id = r.row_id
        WHERE i.practice_id = ctx.practice_id() AND i.meeting_id = p_meeting AND i.state = 'ON'
        GROUP BY i.practice_id, i.id, i.client_id, i.outcome, i.place ORDER BY i.place $$;

      CREATE FUNCTION care.settle_outcomes(p_meeting uuid, p_outcomes jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM care.meeting WHERE practice_id = ctx.practice_id() AND id = p_meeting AND state IN ('RUNNING', 'REOPENED')) THEN
          RAISE EXCEPTION 'this meeting does not run';
        END IF;
        UPDATE care.agenda_item i SET version = i.version + 1, outcome = o.outcome, outcome_by = ctx.user_id(), outcome_at = ctx.now(),
          changed_by = ctx.user_id(), changed_at = ctx.now()
        FROM jsonb_to_recordset(p_outcomes) AS o (id uuid, outcome text)
        WHERE i.practice_id = ctx.practice_id() AND i.meeting_id = p_meeting AND i.id = o.id AND i.outcome IS DISTINCT FROM o.outcome;
      END $$;

      -- Signals that a discussed line stood on the agenda for are dealt with; told so that open screens follow.
      CREATE FUNCTION care.close_discussed_signals(p_meeting uuid, p_outcome text) RETURNS TABLE (id uuid, version integer, client_id uuid)
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
        WITH closed AS (UPDATE care.signal s SET version = s.version + 1, state = 'CLOSED', outcome = p_outcome
            FROM care.agenda_item i JOIN care.agenda_reason r ON r.practice_id = i.practice_id AND r.item_id = i.id AND r.code = 'SIGNAL'
            WHERE i.practice_id = ctx.practice_id() AND i.meeting_id = p_meeting AND i.state = 'ON' AND i.outcome = 'DISCUSSED'
              AND s.practice_id = r.practice_id AND s.id = r.row_id AND s.state = 'ON_AGENDA'
            RETURNING s.*),
          noted AS (INSERT INTO care.signal_step (practice_id, id, client_id, owner_org_id, category, signal_id, from_state, to_state, outcome,
              made_by) SELECT practice_id, gen_random_uuid(), client_id, ctx.org_id(), category, id, 'ON_AGENDA', 'CLOSED', p_outcome,
              ctx.user_id() FROM closed)
        SELECT id, version, client_id FROM closed $$;

      CREATE FUNCTION care.write_minutes(p_minutes uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
        WITH items AS (SELECT i.* FROM care.agenda_item i JOIN care.meeting_minutes n ON n.practice_id = i.practice_id
            AND n.meeting_id = i.meeting_id AND n.id = p_minutes WHERE i.practice_id = ctx.practice_id() AND i.state = 'ON'),
          parts AS (
            SELECT i.id AS item_id, i.owner_org_id, i.category, jsonb_build_object('question', i.question, 'outcome', i.outcome, 'presenterId',
              coalesce(i.presenter_id, c.case_manager_id, c.gp_id), 'feedbackBy', i.feedback_by, 'feedbackOn', i.feedback_on) AS content
            FROM items i JOIN care.client c ON c.practice_id = i.practice_id AND c.id = i.client_id
            UNION ALL SELECT d.item_id, d.owner_org_id, d.category, jsonb_build_object('decisions', jsonb_agg(jsonb_build_object('id', d.id,
              'kind', d.kind, 'text', d.text, 'on', d.next_review_on, 'userId', d.case_manager_id, 'recordedBy', d.recorded_by, 'recordedAt',
              ctx.utc(d.recorded_at)) ORDER BY d.recorded_at, d.id)) ${DECISIONS} GROUP BY 1, 2, 3
            UNION ALL SELECT d.item_id, p.owner_org_id, p.category, jsonb_build_object('profiles', jsonb_agg(jsonb_build_object('decisionId', d.id,
              'profile', p.profile, 'reason', p.reason))) ${DECISIONS.replace('WHERE', 'JOIN care.profile_assignment p ON p.practice_id = d.practice_id AND p.id = d.assignment_id WHERE')} GROUP BY 1, 2, 3
            UNION ALL SELECT d.item_id, a.owner_org_id, a.category, jsonb_build_object('actions', jsonb_agg(jsonb_build_object('decisionId', d.id,
              'text', a.text, 'ownerId', a.owner_user_id, 'dueOn', a.due_on))) ${DECISIONS.replace('WHERE', 'JOIN care.action a ON a.practice_id = d.practice_id AND a.id = d.action_id WHERE')} GROUP BY 1, 2, 3
            UNION ALL SELECT d.item_id, r.owner_org_id, r.category, jsonb_build_object('referrals', jsonb_agg(jsonb_build_object('decisionId', d.id,
              'type', r.type, 'receiver', r.receiver, 'reason', r.reason))) ${DECISIONS.replace('WHERE', 'JOIN care.referral r ON r.practice_id = d.practice_id AND r.id = d.referral_id WHERE')} GROUP BY 1, 2, 3)
        INSERT INTO care.minutes_item (practice_id, id, client_id, owner_org_id, category, minutes_id, item_id, place, content)
        SELECT i.practice_id, gen_random_uuid(), i.client_id, p.owner_org_id, p.category, p_minutes, i.id, i.place, p.content
        FROM parts p JOIN items i ON i.id = p.item_id $$;

      -- Which places minutes have; nothing of who is on them.
      CREATE FUNCTION care.minutes_places(p_minutes uuid) RETURNS SETOF integer LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT DISTINCT x.place FROM care.minutes_item x WHERE x.practice_id = ctx.practice_id() AND x.minutes_id = p_minutes ORDER BY 1 $$;

      REVOKE ALL ON FUNCTION care.lines_at_closing(uuid), care.settle_outcomes(uuid, jsonb), care.close_discussed_signals(uuid, text),
        care.write_minutes(uuid), care.minutes_places(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.lines_at_closing(uuid), care.settle_outcomes(uuid, jsonb), care.close_discussed_signals(uuid, text),
        care.write_minutes(uuid), care.minutes_places(uuid) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION care.lines_at_closing, care.settle_outcomes, care.close_discussed_signals, care.write_minutes,
        care.minutes_places;
      ALTER TABLE care.action DROP COLUMN feedback_of_id`);
  }
}
