import type { MigrationInterface, QueryRunner } from 'typeorm';
import { countAsCare } from '../clinical-changes.ts';

/**
 * A contact, a signal, an action and a note left in an emergency are care of a client too: a record in which one was written last year
 * is not due because its last questionnaire is old. Numbered after the tables it reads.
 */
export class ContactsCountAsCare1764649200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      ${countAsCare([
        'SELECT client_id, owner_org_id, greatest(recorded_at, struck_at) FROM care.contact_moment WHERE practice_id = ctx.practice_id()',
        'SELECT client_id, owner_org_id, changed_at FROM care.contact_change WHERE practice_id = ctx.practice_id()',
        'SELECT client_id, owner_org_id, greatest(recorded_at, verdict_at) FROM care.signal WHERE practice_id = ctx.practice_id()',
        'SELECT client_id, owner_org_id, made_at FROM care.signal_step WHERE practice_id = ctx.practice_id()',
        'SELECT client_id, owner_org_id, greatest(made_at, changed_at) FROM care.action WHERE practice_id = ctx.practice_id()',
        'SELECT client_id, owner_org_id, made_at FROM care.emergency_note WHERE practice_id = ctx.practice_id()',
      ])}
      RESET ROLE;`);
  }

  /** The function goes with the migration that made it. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
