import type { MigrationInterface, QueryRunner } from 'typeorm';
import { narrowedPolicies } from '../tenant-table.ts';

/** Tables with rows of one client; a table made after this one gets the policies when it is protected. */
const OF_CLIENTS = `SELECT tablename AS name FROM pg_policies
  WHERE schemaname = 'care' AND policyname = 'seen' ORDER BY tablename`;

/** Two settings of a practice: a GP sees the content of own clients only, and who is offered first as case manager. */
export class OwnClientsOnly1764592010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE smd_owner;
      ALTER TABLE care.practice ADD COLUMN gp_own_clients_only boolean NOT NULL DEFAULT false,
        ADD COLUMN case_manager_roles jsonb NOT NULL DEFAULT '{"FRAIL": "ELDERLY_ADVISER", "COMPLEX": "DISTRICT_NURSE"}';
      GRANT UPDATE (gp_own_clients_only, case_manager_roles) ON care.practice TO smd_app;
      RESET ROLE;`);
    const tables = (await runner.query(OF_CLIENTS)) as { name: string }[];
    for (const { name } of tables)
      await runner.query(`DROP POLICY IF EXISTS narrowed ON care.${name}; DROP POLICY IF EXISTS narrowed_edit ON care.${name};
        ${narrowedPolicies(name, name === 'client' ? 'id' : 'client_id')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = (await runner.query(OF_CLIENTS)) as { name: string }[];
    for (const { name } of tables)
      await runner.query(`DROP POLICY narrowed ON care.${name}; DROP POLICY narrowed_edit ON care.${name}`);
    await runner.query('ALTER TABLE care.practice DROP COLUMN gp_own_clients_only, DROP COLUMN case_manager_roles');
  }
}
