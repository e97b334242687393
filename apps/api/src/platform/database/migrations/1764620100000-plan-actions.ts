import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why an action ends with its plan, where nobody wrote a reason. */
const REASON = `'zorgleefplan afgesloten'`;

/** Actions of a goal: they are in the picture of its plan, set it going when they are done, and end with it. */
export class PlanActions1764620100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      ALTER TABLE care.action ADD COLUMN goal_id uuid,
        ADD CONSTRAINT action_goal_fk FOREIGN KEY (practice_id, client_id, goal_id) REFERENCES care.goal (practice_id, client_id, id)
          DEFERRABLE INITIALLY IMMEDIATE,
        ADD CONSTRAINT action_goal_of_plan CHECK (goal_id IS NULL OR kind = 'PLAN');
      CREATE INDEX action_goal_ix ON care.action (practice_id, goal_id) WHERE goal_id IS NOT NULL;

      DO $outer$ BEGIN
        EXECUTE replace(pg_get_functiondef('care.plan_rows'::regproc), 'UNION ALL SELECT ''EVALUATION''', $added$UNION ALL
        SELECT 'ACTION', a.owner_org_id, to_jsonb(a) FROM care.goal g JOIN care.action a ON a.practice_id = g.practice_id AND a.goal_id = g.id
          WHERE g.practice_id = ctx.practice_id() AND g.plan_id = p_plan
        UNION ALL SELECT 'EVALUATION'$added$);
        EXECUTE replace(pg_get_functiondef('care.stop_goals'::regproc), 'UPDATE care.goal SET', $added$WITH ended AS (
          UPDATE care.action a SET state = 'CANCELLED', reason = coalesce(NEW.close_text, ${REASON}), version = a.version + 1,
            changed_at = ctx.now(), changed_by = coalesce(ctx.user_id(), a.changed_by)
          FROM care.goal g WHERE g.practice_id = NEW.practice_id AND g.plan_id = NEW.id AND a.practice_id = g.practice_id
            AND a.goal_id = g.id AND a.state = 'OPEN'
          RETURNING a.practice_id, a.client_id, a.owner_org_id, a.category, a.id, a.changed_by, a.reason)
        INSERT INTO care.action_step (practice_id, id, client_id, owner_org_id, category, action_id, before, after, reason, postponed, made_by)
        SELECT practice_id, gen_random_uuid(), client_id, owner_org_id, category, id, '{"state": "OPEN", "reason": null}'::jsonb,
          jsonb_build_object('state', 'CANCELLED', 'reason', reason), reason, false, changed_by FROM ended;
        UPDATE care.goal SET$added$);
      END $outer$;

      -- An action that is done shows that people work on the plan, whoever ticked it off.
      CREATE FUNCTION care.activate_plan_of_action() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      BEGIN
        UPDATE care.care_plan p SET state = 'ACTIVE', version = p.version + 1, changed_at = ctx.now(), changed_by = ctx.user_id()
          FROM care.goal g WHERE g.practice_id = NEW.practice_id AND g.id = NEW.goal_id AND p.practice_id = g.practice_id
            AND p.id = g.plan_id AND p.state = 'ADOPTED';
        RETURN NULL;
      END $$;
      REVOKE ALL ON FUNCTION care.activate_plan_of_action() FROM PUBLIC;
      CREATE TRIGGER action_done_activates AFTER UPDATE OF state ON care.action FOR EACH ROW
        WHEN (NEW.goal_id IS NOT NULL AND NEW.state = 'DONE' AND OLD.state <> 'DONE') EXECUTE FUNCTION care.activate_plan_of_action();
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER action_done_activates ON care.action;
      DROP FUNCTION care.activate_plan_of_action;
      ALTER TABLE care.action DROP COLUMN goal_id;`);
  }
}
