import type { MigrationInterface, QueryRunner } from 'typeorm';
import { countAsCare } from '../clinical-changes.ts';
import { protectTable } from '../tenant-table.ts';

const OUTCOMES = `'STARTED', 'FOUND_OTHER', 'NOT_SUITABLE', 'CLIENT_DECLINED', 'NO_CONTACT'`;
const STATES = `'DRAFT', 'SENT', 'FEEDBACK_GIVEN', 'CLOSED'`;

const CLIENT_FK = (table: string): string => `CONSTRAINT ${table}_pk PRIMARY KEY (practice_id, id),
        CONSTRAINT ${table}_client_fk FOREIGN KEY (practice_id, client_id) REFERENCES care.client (practice_id, id)
          DEFERRABLE INITIALLY IMMEDIATE,
        CONSTRAINT ${table}_category CHECK (category = 4)`;

/** Referrals to welfare and care, with every step of them. Source: domain.md 11.3; category 4: 13.8. */
export class Referrals1764662000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      CREATE TABLE care.referral (
        practice_id uuid NOT NULL, id uuid NOT NULL, version integer NOT NULL DEFAULT 1, client_id uuid NOT NULL,
        owner_org_id uuid NOT NULL, category smallint NOT NULL DEFAULT 4, type text NOT NULL, type_text text,
        bridges_wait boolean NOT NULL DEFAULT false, receiver text NOT NULL, receiver_contact text, reason text NOT NULL,
        due_on date NOT NULL, state text NOT NULL DEFAULT 'DRAFT', referrer_id uuid NOT NULL, referrer_role text NOT NULL,
        permission_on date, permission_asked_by uuid, sent_on date, feedback_on date, outcome text, close_reason text,
        made_by uuid NOT NULL, made_at timestamptz NOT NULL DEFAULT ctx.now(), changed_at timestamptz NOT NULL DEFAULT ctx.now(),
        ${CLIENT_FK('referral')},
        CONSTRAINT referral_type CHECK (type IN ('WELFARE_ON_PRESCRIPTION', 'VOLUNTEER_VISIT', 'NETWORK_COACH',
          'NEIGHBOURHOOD_PARTICIPATION', 'PEER_GROUP', 'BUDDY', 'GLI', 'DAY_ACTIVITIES', 'CARER_SUPPORT', 'RESPITE_CARE',
          'MUNICIPAL_SUPPORT', 'HOME_CARE', 'PHYSIOTHERAPY', 'OCCUPATIONAL_THERAPY', 'DIETETICS', 'MENTAL_HEALTH_CARE',
          'ELDERLY_CARE_PHYSICIAN', 'MEDICAL_SPECIALIST', 'OTHER')),
        CONSTRAINT referral_type_text CHECK ((type = 'OTHER') = (type_text IS NOT NULL) AND char_length(type_text) BETWEEN 1 AND 100),
        CONSTRAINT referral_bridges CHECK (NOT bridges_wait OR type = 'PEER_GROUP'),
        CONSTRAINT referral_receiver CHECK (char_length(receiver) BETWEEN 1 AND 200 AND char_length(receiver_contact) BETWEEN 1 AND 200),
        CONSTRAINT referral_reason CHECK (char_length(reason) BETWEEN 1 AND 300),
        CONSTRAINT referral_state CHECK (state IN (${STATES})),
        CONSTRAINT referral_permission CHECK (num_nonnulls(permission_on, permission_asked_by, sent_on) IN (0, 3)
          AND (state NOT IN ('SENT', 'FEEDBACK_GIVEN') OR sent_on IS NOT NULL)),
        CONSTRAINT referral_feedback CHECK (num_nonnulls(feedback_on, outcome) IN (0, 2) AND outcome IN (${OUTCOMES})
          AND (state <> 'FEEDBACK_GIVEN' OR outcome IS NOT NULL)),
        CONSTRAINT referral_closed CHECK (state = 'CLOSED' OR close_reason IS NULL));
      CREATE INDEX referral_client_ix ON care.referral (practice_id, client_id, made_at DESC);
      CREATE INDEX referral_awaited_ix ON care.referral (practice_id, client_id, due_on) WHERE state IN ('DRAFT', 'SENT');
      CREATE INDEX referral_draft_ix ON care.referral (practice_id, made_at) WHERE state = 'DRAFT';
      ${protectTable({
        name: 'referral',
        policy: { kind: 'CLIENT', clientColumn: 'client_id' },
        updatable: [
          'version', 'type', 'type_text', 'bridges_wait', 'receiver', 'receiver_contact', 'reason', 'due_on', 'state', 'permission_on',
          'permission_asked_by', 'sent_on', 'feedback_on', 'outcome', 'close_reason', 'changed_at',
        ], // prettier-ignore
      })}

      -- Each step of a referral, each feedback, and each change of its words with what stood there. Never changed itself.
      CREATE TABLE care.referral_step (
        practice_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, owner_org_id uuid NOT NULL,
        category smallint NOT NULL DEFAULT 4, referral_id uuid NOT NULL, from_state text NOT NULL, to_state text NOT NULL,
        permission_on date, permission_asked_by uuid, feedback_on date, feedback text, outcome text, reason text, before jsonb,
        after jsonb, made_by uuid NOT NULL, made_at timestamptz NOT NULL DEFAULT ctx.now(),
        ${CLIENT_FK('referral_step')},
        CONSTRAINT referral_step_referral_fk FOREIGN KEY (practice_id, referral_id) REFERENCES care.referral (practice_id, id),
        CONSTRAINT referral_step_states CHECK (from_state IN (${STATES}) AND to_state IN (${STATES})),
        CONSTRAINT referral_step_feedback CHECK (num_nonnulls(feedback_on, feedback, outcome) IN (0, 3) AND outcome IN (${OUTCOMES})
          AND char_length(feedback) BETWEEN 1 AND 300 AND (to_state = 'FEEDBACK_GIVEN') = (outcome IS NOT NULL)));
      CREATE INDEX referral_step_referral_ix ON care.referral_step (practice_id, referral_id, made_at);
      CREATE INDEX referral_step_client_ix ON care.referral_step (practice_id, client_id);
      ${protectTable({ name: 'referral_step', policy: { kind: 'CLIENT', clientColumn: 'client_id' } })}

      ${countAsCare([
        'SELECT client_id, owner_org_id, changed_at FROM care.referral WHERE practice_id = ctx.practice_id()',
        'SELECT client_id, owner_org_id, made_at FROM care.referral_step WHERE practice_id = ctx.practice_id()',
      ])}
      RESET ROLE;`);
  }

  /** What counts as care goes with the migration that made the function. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE care.referral_step, care.referral CASCADE');
  }
}
