import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownCareOnly } from '../own-care-only.ts';

/** Whose clients a meeting is about; only to let their care relation follow. */
const agendaClients = (
  unless: string,
): string => `CREATE OR REPLACE FUNCTION care.agenda_clients(p_meeting uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
  SELECT DISTINCT i.client_id FROM care.agenda_item i
  WHERE i.practice_id = ctx.practice_id() AND i.meeting_id = p_meeting AND i.state <> 'OFF' ${unless} $$;`;

const SIGNATURES = 'care.is_own_only(uuid, uuid, uuid), care.agreements_before(uuid), care.put_agreements(uuid, jsonb)';

/**
 * Whether a client agrees to be discussed. Where she said no, the meeting gives nobody a part in her care, and her line with all that
 * hangs on it is for who has a relation to her without any meeting. Source: domain.md 10, item contents; trust.md 3.
 */
export class ClientAgreement1764740000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      ALTER TABLE care.agenda_item ADD COLUMN client_agreement text NOT NULL DEFAULT 'NOT_ASKED', ADD COLUMN agreement_by uuid,
        ADD CONSTRAINT agenda_item_agreement CHECK (client_agreement IN ('YES', 'NOT_ASKED', 'NO'));

      -- A record that others were merged into may have several lines; one no is enough.
      ${agendaClients(`AND NOT EXISTS (SELECT FROM care.agenda_item n WHERE n.practice_id = i.practice_id
        AND n.meeting_id = i.meeting_id AND n.client_id = i.client_id AND n.client_agreement = 'NO')`)}

      -- Whether a line is for the own care of its client alone; named by its id, or by meeting and client.
      CREATE FUNCTION care.is_own_only(p_item uuid, p_meeting uuid, p_client uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
        SELECT EXISTS (SELECT FROM care.agenda_item i WHERE i.practice_id = ctx.practice_id() AND i.client_agreement = 'NO'
          AND (i.id = p_item OR i.meeting_id = p_meeting AND i.client_id = p_client)) $$;

      -- What the last line before said of each client of this meeting about whom nobody said anything here yet.
      CREATE FUNCTION care.agreements_before(p_meeting uuid) RETURNS TABLE (client_id uuid, agreement text, was_discussed boolean)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, care, ctx AS $$
        SELECT i.client_id, b.client_agreement, b.outcome IS NOT DISTINCT FROM 'DISCUSSED'
        FROM care.agenda_item i JOIN care.meeting m ON m.practice_id = i.practice_id AND m.id = i.meeting_id
        CROSS JOIN LATERAL (SELECT e.client_agreement, e.outcome FROM care.agenda_item e
          JOIN care.meeting n ON n.practice_id = e.practice_id AND n.id = e.meeting_id
          WHERE e.practice_id = i.practice_id AND e.client_id = i.client_id AND e.meeting_id <> i.meeting_id
            AND (n.starts_at < m.starts_at OR n.state = 'CANCELLED') ORDER BY n.starts_at DESC, e.id DESC LIMIT 1) b
        WHERE i.practice_id = ctx.practice_id() AND i.meeting_id = p_meeting AND i.agreement_by IS NULL $$;

      -- Of a meeting that is not over. What a person said ("said") stands until a person says otherwise. By function, as who writes
      -- down a no may not see the line any more.
      CREATE FUNCTION care.put_agreements(p_meeting uuid, p_lines jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM care.meeting WHERE practice_id = ctx.practice_id() AND id = p_meeting
          AND state IN ('DRAFT', 'OPEN', 'RUNNING')) THEN
          RAISE EXCEPTION 'this meeting is over';
        END IF;
        UPDATE care.agenda_item i SET version = i.version + 1, client_agreement = l.agreement,
          agreement_by = CASE WHEN l.said THEN ctx.user_id() END, changed_at = ctx.now()
        FROM jsonb_to_recordset(p_lines) AS l ("clientId" uuid, agreement text, said boolean)
        WHERE i.practice_id = ctx.practice_id() AND i.meeting_id = p_meeting AND i.client_id = l."clientId"
          AND (l.said OR i.agreement_by IS NULL AND i.client_agreement <> l.agreement);
      END $$;
      REVOKE ALL ON FUNCTION ${SIGNATURES} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${SIGNATURES} TO smd_app;
      ${ownCareOnly('agenda_item', `(agenda_item.client_agreement = 'NO')`)}
      ${ownCareOnly('agenda_reason', 'care.is_own_only(agenda_reason.item_id, NULL, NULL)')}
      ${ownCareOnly('agenda_topic', 'care.is_own_only(NULL, agenda_topic.meeting_id, agenda_topic.client_id)')}
      ${ownCareOnly('decision', 'care.is_own_only(decision.item_id, NULL, NULL)')}
      ${ownCareOnly('minutes_item', 'care.is_own_only(minutes_item.item_id, NULL, NULL)')}
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const policies = ['agenda_item', 'agenda_reason', 'agenda_topic', 'decision', 'minutes_item'].map(
      (table) => `DROP POLICY own_care_only ON care.${table}; DROP POLICY own_care_only_edit ON care.${table};`,
    );
    await runner.query(`${policies.join('\n')}
      DROP FUNCTION ${SIGNATURES};
      SET LOCAL ROLE smd_owner;
      ${agendaClients('')}
      RESET ROLE;
      ALTER TABLE care.agenda_item DROP COLUMN client_agreement, DROP COLUMN agreement_by`);
  }
}
