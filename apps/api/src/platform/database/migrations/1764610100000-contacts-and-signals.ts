import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from '../tenant-table.ts';

const ofClient = { kind: 'CLIENT', clientColumn: 'client_id' } as const;

/** What every table of rows of one client has. */
const CLIENT_FK = (table: string): string => `CONSTRAINT ${table}_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT ${table}_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id)
          DEFERRABLE INITIALLY IMMEDIATE`;

/**
 * Contact moments with the next day, and signals with their verdict. Both are corrected and struck, never removed, and keep every
 * step. Source: domain.md 9; category of a signal by its type: 13.8.
 */
export class ContactsAndSignals1764610100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.contact_moment (
        practice_id uuid NOT NULL, id uuid NOT NULL, version integer NOT NULL DEFAULT 1, client_id uuid NOT NULL,
        owner_org_id uuid NOT NULL, category smallint NOT NULL DEFAULT 4, contact_on date NOT NULL, type text NOT NULL,
        reached boolean NOT NULL, present text, note text, next_contact_on date, next_type text, next_time time, next_order integer,
        recorded_by uuid NOT NULL, recorded_at timestamptz NOT NULL DEFAULT ctx.now(), struck_by uuid, struck_at timestamptz,
        strike_reason text,
        ${CLIENT_FK('contact_moment')},
        CONSTRAINT contact_moment_category CHECK (category = 4),
        CONSTRAINT contact_moment_type CHECK (type IN ('HOME_VISIT', 'PHONE', 'VIDEO', 'PRACTICE_VISIT', 'MESSAGE')),
        CONSTRAINT contact_moment_next_type CHECK (next_type IN ('HOME_VISIT', 'PHONE', 'VIDEO', 'PRACTICE_VISIT', 'MESSAGE')),
        CONSTRAINT contact_moment_next CHECK (next_contact_on IS NOT NULL OR num_nonnulls(next_type, next_time, next_order) = 0),
        CONSTRAINT contact_moment_next_day CHECK (next_contact_on >= contact_on),
        CONSTRAINT contact_moment_note CHECK (char_length(note) <= 2000),
        CONSTRAINT contact_moment_struck CHECK (num_nonnulls(struck_by, struck_at, strike_reason) IN (0, 3)));
      CREATE INDEX contact_moment_latest_ix ON care.contact_moment (practice_id, client_id, contact_on DESC, recorded_at DESC)
        WHERE struck_at IS NULL;
      CREATE INDEX contact_moment_client_ix ON care.contact_moment (practice_id, client_id);
      CREATE INDEX contact_moment_next_ix ON care.contact_moment (practice_id, next_contact_on) WHERE struck_at IS NULL;
      ${protectTable({
        name: 'contact_moment',
        policy: ofClient,
        updatable: [
          'version', 'contact_on', 'type', 'reached', 'present', 'note', 'next_contact_on', 'next_type', 'next_time', 'next_order',
          'struck_by', 'struck_at', 'strike_reason',
        ], // prettier-ignore
      })}

      -- What a contact was before it was corrected, struck or put back. Never changed itself.
      CREATE TABLE care.contact_change (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 4, contact_id uuid NOT NULL, before jsonb NOT NULL, after jsonb NOT NULL,
        changed_by uuid NOT NULL, changed_at timestamptz NOT NULL DEFAULT ctx.now(),
        ${CLIENT_FK('contact_change')},
        CONSTRAINT contact_change_contact_fk FOREIGN KEY (practice_id, contact_id) REFERENCES care.contact_moment (practice_id, id),
        CONSTRAINT contact_change_category CHECK (category = 4));
      CREATE INDEX contact_change_contact_ix ON care.contact_change (practice_id, contact_id, changed_at);
      CREATE INDEX contact_change_client_ix ON care.contact_change (practice_id, client_id);
      ${protectTable({ name: 'contact_change', policy: ofClient })}

      CREATE TABLE care.signal (
        practice_id uuid NOT NULL, id uuid NOT NULL, version integer NOT NULL DEFAULT 1, client_id uuid NOT NULL,
        owner_org_id uuid NOT NULL, category smallint NOT NULL, contact_id uuid, type text NOT NULL, urgency text NOT NULL,
        seen_on date NOT NULL, source text, text text, state text NOT NULL DEFAULT 'NEW', verdict text, verdict_by uuid,
        verdict_at timestamptz, outcome text, suggestion text, recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT ctx.now(),
        ${CLIENT_FK('signal')},
        CONSTRAINT signal_contact_fk FOREIGN KEY (practice_id, contact_id) REFERENCES care.contact_moment (practice_id, id),
        CONSTRAINT signal_category CHECK (category = CASE WHEN type IN ('LONELINESS', 'LIFE_EVENT', 'FINANCIAL_WORRIES', 'IS_CARER',
          'CARER_OVERLOAD', 'PARTNER_DIED') THEN 2 ELSE 4 END),
        CONSTRAINT signal_type CHECK (type IN ('GUT_FEELING', 'MORE_CONSULTATIONS', 'MISSED_APPOINTMENTS', 'HOSPITAL_ADMISSION',
          'HOSPITAL_DISCHARGE', 'WORRIED_CARER', 'IS_CARER', 'CARER_OVERLOAD', 'LONELINESS', 'FINANCIAL_WORRIES', 'CLIENT_REMARK',
          'LIFE_EVENT', 'MANY_PROVIDERS', 'POLYPHARMACY', 'CHRONIC_DISEASE', 'LOW_LITERACY', 'CARE_AVOIDANCE', 'FALL', 'WEIGHT_LOSS',
          'MEMORY', 'PARTNER_DIED', 'OTHER')),
        CONSTRAINT signal_urgency CHECK (urgency IN ('NORMAL', 'URGENT')),
        CONSTRAINT signal_text CHECK (char_length(text) BETWEEN 1 AND 300 AND (type NOT IN ('OTHER', 'CLIENT_REMARK') OR text IS NOT NULL)),
        CONSTRAINT signal_state CHECK (state IN ('NEW', 'ASSESSED', 'ON_AGENDA', 'CLOSED')),
        CONSTRAINT signal_verdict CHECK (num_nonnulls(verdict, verdict_by, verdict_at) IN (0, 3)),
        CONSTRAINT signal_assessed CHECK (state <> 'ASSESSED' OR verdict IS NOT NULL),
        CONSTRAINT signal_closed CHECK ((state = 'CLOSED') = (outcome IS NOT NULL)),
        CONSTRAINT signal_suggestion CHECK (suggestion = 'INTERIM_QUESTIONNAIRE'));
      CREATE INDEX signal_client_ix ON care.signal (practice_id, client_id, seen_on);
      CREATE INDEX signal_open_ix ON care.signal (practice_id, client_id, recorded_at) WHERE state <> 'CLOSED' AND verdict IS NULL;
      CREATE INDEX signal_contact_ix ON care.signal (practice_id, contact_id);
      ${protectTable({
        name: 'signal',
        policy: ofClient,
        updatable: ['version', 'state', 'verdict', 'verdict_by', 'verdict_at', 'outcome', 'suggestion'],
      })}

      -- Each step of a signal and each verdict; a rule of the practice has no person. Never changed itself.
      CREATE TABLE care.signal_step (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL, category smallint NOT NULL,
        signal_id uuid NOT NULL, from_state text NOT NULL, to_state text NOT NULL, verdict text, reason text, outcome text,
        by_rule text, made_by uuid, made_at timestamptz NOT NULL DEFAULT ctx.now(),
        ${CLIENT_FK('signal_step')},
        CONSTRAINT signal_step_signal_fk FOREIGN KEY (practice_id, signal_id) REFERENCES care.signal (practice_id, id),
        CONSTRAINT signal_step_actor CHECK ((made_by IS NULL) = (by_rule IS NOT NULL)));
      CREATE INDEX signal_step_signal_ix ON care.signal_step (practice_id, signal_id, made_at);
      CREATE INDEX signal_step_client_ix ON care.signal_step (practice_id, client_id);
      ${protectTable({ name: 'signal_step', policy: ofClient })}

      ALTER TABLE care.action ADD CONSTRAINT action_signal_fk FOREIGN KEY (practice_id, signal_id)
        REFERENCES care.signal (practice_id, id);
      CREATE INDEX action_signal_ix ON care.action (practice_id, signal_id) WHERE signal_id IS NOT NULL;

      -- Which rules of signals the practice switched off; without a row all are on.
      CREATE TABLE care.signal_rule_choice (
        practice_id uuid NOT NULL, version integer NOT NULL, rules_off text[] NOT NULL, changed_by uuid NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT ctx.now(),
        CONSTRAINT signal_rule_choice_pk PRIMARY KEY (practice_id),
        CONSTRAINT signal_rule_choice_practice_fk FOREIGN KEY (practice_id) REFERENCES care.practice (id));
      ${protectTable({
        name: 'signal_rule_choice',
        policy: { kind: 'PRACTICE' },
        updatable: ['version', 'rules_off', 'changed_by', 'changed_at'],
      })}

      -- A rule asks about all signals of a client, also those the person at hand may not read: days only.
      CREATE FUNCTION care.signal_days(p_client uuid) RETURNS SETOF date LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = pg_catalog, care, ctx AS
        $$ SELECT seen_on FROM care.signal WHERE practice_id = ctx.practice_id() AND client_id = p_client $$;
      REVOKE ALL ON FUNCTION care.signal_days(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION care.signal_days(uuid) TO smd_app;
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION care.signal_days(uuid);
      ALTER TABLE care.action DROP CONSTRAINT action_signal_fk; DROP INDEX care.action_signal_ix;
      DROP TABLE care.signal_rule_choice, care.signal_step, care.signal, care.contact_change, care.contact_moment CASCADE`);
  }
}
