import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientOverview, JOINED, PLACES_FIRST, readLog, rowAt, ROWS_TWICE } from '../log-functions.ts';

/** The overviews of the access log ask for the rows they show, one by one, also where a practice has millions. */
export class LogPages1764770000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(replaced(readLog(PLACES_FIRST) + clientOverview(rowAt('s'))));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(replaced(readLog(ROWS_TWICE) + clientOverview(JOINED)));
  }
}

const replaced = (functions: string): string => `
  GRANT CREATE ON SCHEMA audit TO smd_audit_reader;
  SET LOCAL ROLE smd_audit_reader;
  ${functions}
  RESET ROLE;
  REVOKE CREATE ON SCHEMA audit FROM smd_audit_reader`;
