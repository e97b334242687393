import type { MigrationInterface, QueryRunner } from 'typeorm';
import { countAsCare } from '../clinical-changes.ts';
import { protectTable } from '../tenant-table.ts';

const ofClient = { kind: 'CLIENT', clientColumn: 'client_id' } as const;

/** Columns of every row of a plan, and its key to the client, which moves when records are merged. */
const rowOfPlan = (table: string): string => `practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL,
        owner_org_id uuid NOT NULL, category smallint NOT NULL DEFAULT 4,
        CONSTRAINT ${table}_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT ${table}_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id)
          DEFERRABLE INITIALLY IMMEDIATE,
        CONSTRAINT ${table}_category CHECK (category = 4)`;

const referTo = (table: string, column: string, parent: string, name: string): string =>
  `CONSTRAINT ${table}_${name}_fk FOREIGN KEY (practice_id, client_id, ${column}) REFERENCES care.${parent} (practice_id, client_id, id)
          DEFERRABLE INITIALLY IMMEDIATE`;

const scored = (table: string, ...columns: readonly string[]): string =>
  columns.map((column) => `CONSTRAINT ${table}_${column} CHECK (${column} BETWEEN 0 AND 10)`).join(', ');

/** What every change of a row sets, and is no change itself. */
const BOOKKEEPING = `'{version,changed_at,changed_by}'::text[]`;

/** Rows of a plan as JSON, each under its owner: read by the app within its rights, and kept as they are when an edition is adopted. */
const PLAN_ROWS = `
        SELECT 'PLAN', p.owner_org_id, to_jsonb(p) FROM care.care_plan p WHERE p.practice_id = ctx.practice_id() AND p.id = p_plan
        UNION ALL SELECT 'PROBLEM', b.owner_org_id, to_jsonb(b) FROM care.client_problem b
          WHERE b.practice_id = ctx.practice_id() AND b.plan_id = p_plan
        UNION ALL SELECT 'GOAL', g.owner_org_id, to_jsonb(g) FROM care.goal g WHERE g.practice_id = ctx.practice_id() AND g.plan_id = p_plan
        UNION ALL SELECT 'SCORE', s.owner_org_id, to_jsonb(s) FROM care.goal_score s
          WHERE s.practice_id = ctx.practice_id() AND s.plan_id = p_plan
        UNION ALL SELECT 'EVALUATION', e.owner_org_id, to_jsonb(e) FROM care.evaluation e
          WHERE e.practice_id = ctx.practice_id() AND e.plan_id = p_plan`;

/** The zorgleefplan: plan, problems, goals with their scores, evaluations, editions, and what every row was before it changed. ADR 24. */
export class CarePlans1764620000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.care_plan (
        ${rowOfPlan('care_plan')},
        version integer NOT NULL DEFAULT 1, state text NOT NULL DEFAULT 'DRAFT', edition integer NOT NULL DEFAULT 0,
        drawn_up_on date NOT NULL, strengths text, what_matters text, wishes text, informal_carers text, household text, daily_life text,
        discussed_on date, discussed_with text, team_discussed_on date, agreement_by text, agreement_on date, agreement_how text,
        next_evaluation_on date, evaluated_on date, copy_given_on date, closed_on date, close_reason text, close_text text, closed_by uuid,
        made_by uuid NOT NULL, made_at timestamptz NOT NULL DEFAULT ctx.now(), changed_by uuid,
        changed_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT care_plan_client_key UNIQUE (practice_id, client_id, id),
        CONSTRAINT care_plan_state CHECK (state IN ('DRAFT', 'DISCUSSED', 'ADOPTED', 'ACTIVE', 'EVALUATED', 'CLOSED')),
        CONSTRAINT care_plan_agreement_how CHECK (agreement_how IN ('ORAL', 'WRITTEN', 'REPRESENTATIVE')),
        CONSTRAINT care_plan_agreement CHECK (num_nonnulls(agreement_by, agreement_on, agreement_how) IN (0, 3)),
        CONSTRAINT care_plan_adopted CHECK (edition = 0 AND state IN ('DRAFT', 'DISCUSSED', 'CLOSED')
          OR edition > 0 AND agreement_on IS NOT NULL AND next_evaluation_on IS NOT NULL AND state NOT IN ('DRAFT', 'DISCUSSED')),
        CONSTRAINT care_plan_close_reason
          CHECK (close_reason IN ('GOALS_REACHED', 'CLIENT_STOPS', 'NOT_NEEDED', 'MOVED', 'DECEASED', 'OTHER')),
        CONSTRAINT care_plan_closed CHECK ((state = 'CLOSED') = (closed_on IS NOT NULL)));
      CREATE UNIQUE INDEX care_plan_open_key ON care.care_plan (practice_id, client_id) WHERE state <> 'CLOSED';
      CREATE INDEX care_plan_client_ix ON care.care_plan (practice_id, client_id, made_at);
      CREATE INDEX care_plan_evaluation_ix ON care.care_plan (practice_id, next_evaluation_on) WHERE state IN ('ADOPTED', 'ACTIVE', 'EVALUATED');
      ${protectTable({
        name: 'care_plan',
        policy: ofClient,
        updatable: [
          'version', 'state', 'edition', 'drawn_up_on', 'strengths', 'what_matters', 'wishes', 'informal_carers', 'household', 'daily_life',
          'discussed_on', 'discussed_with', 'team_discussed_on', 'agreement_by', 'agreement_on', 'agreement_how', 'next_evaluation_on',
          'evaluated_on', 'copy_given_on', 'closed_on', 'close_reason', 'close_text', 'closed_by', 'changed_by', 'changed_at',
        ], // prettier-ignore
      })}

      CREATE TABLE care.client_problem (
        ${rowOfPlan('client_problem')},
        version integer NOT NULL DEFAULT 1, plan_id uuid NOT NULL, area text NOT NULL, area_version text NOT NULL, description text NOT NULL,
        severity smallint, wants_to_work_on_it text NOT NULL, omaha_area text, noted_on date NOT NULL, closed_on date,
        made_by uuid NOT NULL, made_at timestamptz NOT NULL DEFAULT ctx.now(), changed_by uuid,
        changed_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT client_problem_client_key UNIQUE (practice_id, client_id, id),
        CONSTRAINT client_problem_plan_key UNIQUE (practice_id, plan_id, id),
        ${referTo('client_problem', 'plan_id', 'care_plan', 'plan')},
        ${scored('client_problem', 'severity')},
        CONSTRAINT client_problem_choice CHECK (wants_to_work_on_it IN ('YES', 'NO', 'LATER')));
      CREATE INDEX client_problem_plan_ix ON care.client_problem (practice_id, client_id, plan_id);
      ${protectTable({
        name: 'client_problem',
        policy: ofClient,
        updatable: [
          'version', 'area', 'area_version', 'description', 'severity', 'wants_to_work_on_it', 'omaha_area', 'closed_on', 'changed_by',
          'changed_at',
        ], // prettier-ignore
      })}

      CREATE TABLE care.goal (
        ${rowOfPlan('goal')},
        version integer NOT NULL DEFAULT 1, plan_id uuid NOT NULL, problem_id uuid NOT NULL, text text NOT NULL,
        baseline_score smallint NOT NULL, baseline_on date NOT NULL, target_score smallint NOT NULL, target_date date NOT NULL,
        state text NOT NULL DEFAULT 'OPEN', evaluation text, stop_reason text, stop_text text, stopped_on date, reopen_reason text,
        made_by uuid NOT NULL, made_at timestamptz NOT NULL DEFAULT ctx.now(), changed_by uuid,
        changed_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT goal_client_key UNIQUE (practice_id, client_id, id),
        ${referTo('goal', 'plan_id', 'care_plan', 'plan')},
        CONSTRAINT goal_problem_fk FOREIGN KEY (practice_id, plan_id, problem_id) REFERENCES care.client_problem (practice_id, plan_id, id),
        ${scored('goal', 'baseline_score', 'target_score')},
        CONSTRAINT goal_days CHECK (target_date >= baseline_on),
        CONSTRAINT goal_state CHECK (state IN ('OPEN', 'EVALUATED', 'STOPPED')),
        CONSTRAINT goal_stop_reason CHECK (stop_reason IN ('DECEASED', 'MOVED', 'CLIENT_STOPS', 'NOT_RELEVANT', 'GOALS_REACHED',
          'NOT_NEEDED', 'OTHER')),
        CONSTRAINT goal_stopped CHECK ((state = 'STOPPED') = (stopped_on IS NOT NULL)));
      CREATE INDEX goal_plan_ix ON care.goal (practice_id, client_id, plan_id);
      CREATE INDEX goal_problem_ix ON care.goal (practice_id, problem_id);
      ${protectTable({
        name: 'goal',
        policy: ofClient,
        updatable: [
          'version', 'problem_id', 'text', 'baseline_score', 'baseline_on', 'target_score', 'target_date', 'state', 'evaluation',
          'stop_reason', 'stop_text', 'stopped_on', 'reopen_reason', 'changed_by', 'changed_at',
        ], // prettier-ignore
      })}

      -- A score is struck, never changed.
      CREATE TABLE care.goal_score (
        ${rowOfPlan('goal_score')},
        plan_id uuid NOT NULL, goal_id uuid NOT NULL, scored_on date NOT NULL, score smallint NOT NULL, kind text NOT NULL,
        recorded_by uuid NOT NULL, recorded_at timestamptz NOT NULL DEFAULT ctx.now(), struck_at timestamptz, struck_by uuid,
        strike_reason text,
        ${referTo('goal_score', 'plan_id', 'care_plan', 'plan')},
        ${referTo('goal_score', 'goal_id', 'goal', 'goal')},
        ${scored('goal_score', 'score')},
        CONSTRAINT goal_score_kind CHECK (kind IN ('INTERIM', 'END')),
        CONSTRAINT goal_score_struck CHECK (num_nonnulls(struck_at, struck_by, strike_reason) IN (0, 3)));
      CREATE UNIQUE INDEX goal_score_end_key ON care.goal_score (practice_id, goal_id) WHERE kind = 'END' AND struck_at IS NULL;
      CREATE INDEX goal_score_goal_ix ON care.goal_score (practice_id, client_id, goal_id);
      CREATE INDEX goal_score_plan_ix ON care.goal_score (practice_id, plan_id);
      ${protectTable({ name: 'goal_score', policy: ofClient, updatable: ['struck_at', 'struck_by', 'strike_reason'] })}

      CREATE TABLE care.evaluation (
        ${rowOfPlan('evaluation')},
        plan_id uuid NOT NULL, evaluated_on date NOT NULL, participants text NOT NULL, goals jsonb NOT NULL, what_next text,
        next_evaluation_on date NOT NULL, recorded_by uuid NOT NULL, recorded_at timestamptz NOT NULL DEFAULT ctx.now(),
        ${referTo('evaluation', 'plan_id', 'care_plan', 'plan')},
        CONSTRAINT evaluation_next CHECK (next_evaluation_on > evaluated_on));
      CREATE INDEX evaluation_plan_ix ON care.evaluation (practice_id, client_id, plan_id, evaluated_on);
      ${protectTable({ name: 'evaluation', policy: ofClient })}

      -- To what the client agreed; the picture of the plan stands in parts, each owned by the organisation that wrote what is in it.
      CREATE TABLE care.care_plan_edition (
        ${rowOfPlan('care_plan_edition')},
        plan_id uuid NOT NULL, edition integer NOT NULL, agreement_by text NOT NULL, agreement_on date NOT NULL, agreement_how text NOT NULL,
        adopted_by uuid NOT NULL, adopted_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT care_plan_edition_key UNIQUE (practice_id, plan_id, edition),
        ${referTo('care_plan_edition', 'plan_id', 'care_plan', 'plan')},
        CONSTRAINT care_plan_edition_number CHECK (edition > 0),
        CONSTRAINT care_plan_edition_how CHECK (agreement_how IN ('ORAL', 'WRITTEN', 'REPRESENTATIVE')));
      CREATE INDEX care_plan_edition_client_ix ON care.care_plan_edition (practice_id, client_id, plan_id);
      ${protectTable({ name: 'care_plan_edition', policy: ofClient })}

      CREATE TABLE care.care_plan_edition_part (
        ${rowOfPlan('care_plan_edition_part')},
        plan_id uuid NOT NULL, edition integer NOT NULL, picture jsonb NOT NULL,
        CONSTRAINT care_plan_edition_part_key UNIQUE (practice_id, plan_id, edition, owner_org_id),
        ${referTo('care_plan_edition_part', 'plan_id', 'care_plan', 'plan')});
      CREATE INDEX care_plan_edition_part_client_ix ON care.care_plan_edition_part (practice_id, client_id);
      ${protectTable({ name: 'care_plan_edition_part', policy: ofClient })}
      REVOKE INSERT ON care.care_plan_edition_part FROM smd_app;

      -- Written by triggers only, so that no way of changing a plan can forget it.
      CREATE TABLE care.care_plan_change (
        ${rowOfPlan('care_plan_change')},
        plan_id uuid NOT NULL, subject text NOT NULL, subject_id uuid NOT NULL, row_version integer NOT NULL, changed_by uuid,
        changed_at timestamptz NOT NULL DEFAULT ctx.now(), before jsonb NOT NULL, after jsonb NOT NULL,
        ${referTo('care_plan_change', 'plan_id', 'care_plan', 'plan')},
        CONSTRAINT care_plan_change_subject CHECK (subject IN ('PLAN', 'PROBLEM', 'GOAL')));
      CREATE INDEX care_plan_change_plan_ix ON care.care_plan_change (practice_id, plan_id, changed_at);
      CREATE INDEX care_plan_change_client_ix ON care.care_plan_change (practice_id, client_id);
      ${protectTable({ name: 'care_plan_change', policy: ofClient })}
      REVOKE INSERT ON care.care_plan_change FROM smd_app;
      -- A trigger adds a row of the same practice as the one that changed, also where nobody set a practice.
      ALTER POLICY tenant ON care.care_plan_change TO smd_app;

      CREATE FUNCTION care.note_plan_changes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      BEGIN
        INSERT INTO care.care_plan_change (practice_id, id, client_id, owner_org_id, plan_id, subject, subject_id, row_version, changed_by,
          before, after)
        SELECT n.practice_id, gen_random_uuid(), n.client_id, n.owner_org_id, (to_jsonb(n) ->> TG_ARGV[1])::uuid, TG_ARGV[0], n.id,
          n.version, ctx.user_id(), d.before, d.after
        FROM new_rows n JOIN old_rows o ON o.practice_id = n.practice_id AND o.id = n.id
        CROSS JOIN LATERAL (SELECT jsonb_object_agg(b.key, b.value) AS before, jsonb_object_agg(b.key, a.value) AS after
          FROM jsonb_each(to_jsonb(o) - ${BOOKKEEPING}) b JOIN jsonb_each(to_jsonb(n)) a ON a.key = b.key
          WHERE a.value IS DISTINCT FROM b.value) d
        WHERE d.before IS NOT NULL;
        RETURN NULL;
      END $$;
      ${[
        ['care_plan', 'PLAN', 'id'],
        ['client_problem', 'PROBLEM', 'plan_id'],
        ['goal', 'GOAL', 'plan_id'],
      ]
        .map(
          ([table, subject, plan]) => `
      CREATE TRIGGER ${table}_changes AFTER UPDATE ON care.${table} REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT WHEN (ctx.setting('merging') IS NULL) EXECUTE FUNCTION care.note_plan_changes('${subject}', '${plan}');`,
        )
        .join('')}

      CREATE FUNCTION care.plan_rows(p_plan uuid) RETURNS TABLE (kind text, owner_org_id uuid, content jsonb) LANGUAGE sql STABLE
        SET search_path = pg_catalog, care, ctx AS $$${PLAN_ROWS} $$;
      -- The whole plan as it stands, whoever may see which part of it.
      CREATE FUNCTION care.picture_plan(p_plan uuid, p_edition integer) RETURNS void LANGUAGE sql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        INSERT INTO care.care_plan_edition_part (practice_id, id, client_id, owner_org_id, plan_id, edition, picture)
        SELECT p.practice_id, gen_random_uuid(), p.client_id, r.owner_org_id, p.id, p_edition,
          jsonb_agg(jsonb_build_object('kind', r.kind, 'content', r.content) ORDER BY r.kind, r.content ->> 'id')
        FROM care.care_plan p CROSS JOIN LATERAL care.plan_rows(p.id) r
        WHERE p.practice_id = ctx.practice_id() AND p.id = p_plan AND p.edition = p_edition
        GROUP BY p.practice_id, p.client_id, p.id, r.owner_org_id $$;
      -- Whose a row is, so that who may not read it is told why; every use asks for the rights to that client first.
      CREATE FUNCTION care.plan_key(p_id uuid) RETURNS TABLE (kind text, client_id uuid, owner_org_id uuid, plan_id uuid, made_by uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
        SELECT 'PLAN', p.client_id, p.owner_org_id, p.id, p.made_by FROM care.care_plan p WHERE p.practice_id = ctx.practice_id() AND p.id = p_id
        UNION ALL SELECT 'PROBLEM', b.client_id, b.owner_org_id, b.plan_id, b.made_by FROM care.client_problem b
          WHERE b.practice_id = ctx.practice_id() AND b.id = p_id
        UNION ALL SELECT 'GOAL', g.client_id, g.owner_org_id, g.plan_id, g.made_by FROM care.goal g
          WHERE g.practice_id = ctx.practice_id() AND g.id = p_id
        UNION ALL SELECT 'SCORE', s.client_id, s.owner_org_id, s.plan_id, s.recorded_by FROM care.goal_score s
          WHERE s.practice_id = ctx.practice_id() AND s.id = p_id $$;
      -- That there is one, for who may not read it: a client has one plan at a time.
      CREATE FUNCTION care.open_plan_of(p_client uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS
        $$ SELECT id FROM care.care_plan WHERE practice_id = ctx.practice_id() AND client_id = p_client AND state <> 'CLOSED' $$;
      REVOKE ALL ON FUNCTION care.note_plan_changes(), care.plan_rows(uuid), care.picture_plan(uuid, integer), care.open_plan_of(uuid),
        care.plan_key(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.plan_rows(uuid), care.picture_plan(uuid, integer), care.open_plan_of(uuid), care.plan_key(uuid)
        TO smd_app;

      -- However a plan closes, its goals stop with it.
      CREATE FUNCTION care.stop_goals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
      BEGIN
        UPDATE care.goal SET state = 'STOPPED', stop_reason = NEW.close_reason, stop_text = NEW.close_text, stopped_on = NEW.closed_on,
            version = version + 1, changed_at = ctx.now(), changed_by = ctx.user_id()
          WHERE practice_id = NEW.practice_id AND plan_id = NEW.id AND state = 'OPEN';
        RETURN NULL;
      END $$;
      CREATE TRIGGER care_plan_closed AFTER UPDATE ON care.care_plan FOR EACH ROW
        WHEN (NEW.state = 'CLOSED' AND OLD.state <> 'CLOSED') EXECUTE FUNCTION care.stop_goals();

      -- A score shows that people work on the plan, whoever wrote it down.
      CREATE FUNCTION care.activate_plan() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
      BEGIN
        UPDATE care.care_plan SET state = 'ACTIVE', version = version + 1, changed_at = ctx.now(), changed_by = ctx.user_id()
          WHERE practice_id = NEW.practice_id AND id = NEW.plan_id AND state = 'ADOPTED';
        RETURN NULL;
      END $$;
      CREATE TRIGGER goal_score_activates AFTER INSERT ON care.goal_score FOR EACH ROW EXECUTE FUNCTION care.activate_plan();

      -- A death closes the plan, whether a person, an import or a later correction brings it.
      CREATE FUNCTION care.close_plan_of_deceased() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      BEGIN
        UPDATE care.care_plan SET state = 'CLOSED', close_reason = 'DECEASED', closed_by = ctx.user_id(), version = version + 1,
            closed_on = (ctx.now() AT TIME ZONE 'Europe/Amsterdam')::date, changed_at = ctx.now(), changed_by = ctx.user_id()
          WHERE practice_id = NEW.practice_id AND client_id = NEW.id AND state <> 'CLOSED';
        RETURN NULL;
      END $$;
      CREATE TRIGGER client_deceased AFTER UPDATE OF status ON care.client FOR EACH ROW
        WHEN (NEW.status = 'DECEASED' AND OLD.status <> 'DECEASED') EXECUTE FUNCTION care.close_plan_of_deceased();
      REVOKE ALL ON FUNCTION care.stop_goals(), care.activate_plan(), care.close_plan_of_deceased() FROM PUBLIC;

      -- Two records that become one keep one open plan: that of the record that goes on. The other one stays, closed.
      DO $outer$ BEGIN
        EXECUTE replace(pg_get_functiondef('care.settle_conflicts'::regproc), '-- one form in progress: the one begun last', $added$-- one open plan
        UPDATE care.care_plan p SET state = 'CLOSED', close_reason = 'OTHER', close_text = p_reason, closed_by = ctx.user_id(),
            closed_on = (ctx.now() AT TIME ZONE 'Europe/Amsterdam')::date, version = p.version + 1
          WHERE p.practice_id = m.practice_id AND p.client_id = m.merged_id AND p.state <> 'CLOSED'
            AND EXISTS (SELECT FROM care.care_plan o WHERE o.practice_id = p.practice_id AND o.client_id = m.survivor_id AND o.state <> 'CLOSED');
        -- one form in progress: the one begun last$added$);
      END $outer$;
      ${countAsCare([
        'SELECT client_id, owner_org_id, changed_at FROM care.care_plan WHERE practice_id = ctx.practice_id()',
        'SELECT client_id, owner_org_id, changed_at FROM care.client_problem WHERE practice_id = ctx.practice_id()',
        'SELECT client_id, owner_org_id, changed_at FROM care.goal WHERE practice_id = ctx.practice_id()',
        'SELECT client_id, owner_org_id, greatest(recorded_at, struck_at) FROM care.goal_score WHERE practice_id = ctx.practice_id()',
        'SELECT client_id, owner_org_id, recorded_at FROM care.evaluation WHERE practice_id = ctx.practice_id()',
      ])}
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER client_deceased ON care.client;
      DROP TABLE care.care_plan_change, care.care_plan_edition_part, care.care_plan_edition, care.evaluation, care.goal_score, care.goal,
        care.client_problem, care.care_plan CASCADE;
      DROP FUNCTION care.close_plan_of_deceased, care.activate_plan, care.stop_goals, care.open_plan_of, care.plan_key, care.picture_plan, care.plan_rows,
        care.note_plan_changes;`);
  }
}
