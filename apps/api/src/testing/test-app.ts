import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { StaffRole } from '@samenoud/domain';
import pg from 'pg';
import supertest from 'supertest';
import { createApp } from '../create-app.ts';
import type { Config } from '../platform/config/config.ts';
import { Readiness } from '../platform/health/health.controller.ts';
import { workQueueOnce } from '../platform/jobs/work-queue.ts';
import { createTestDatabase, testConfig } from './test-database.ts';

/** A browser's worth of cookies; paths start below /api/v1. */
export type Agent = ReturnType<typeof supertest.agent>;

/** The real app on a real database of its own, connected as the unprivileged role. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly config: Config;
  readonly databaseUrl: string;
  /** The login that owns the database: for looking behind the app, never what the app itself uses. */
  readonly owner: pg.Client;
  /** Somebody who is not signed in. */
  readonly visitor: () => Agent;
  /** Signs in as the first person with this role, in `noord` unless named. */
  readonly as: (role: StaffRole, practice?: string) => Promise<Agent>;
  /** Does all work that is queued, as the worker would. */
  readonly workJobs: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startTestApp(settings: Partial<Config> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const config = { ...testConfig(database.url), ...settings };
  const app = await createApp(config);
  app.get(Readiness).markReady();
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  const visitor = (): Agent => supertest.agent(app.getHttpServer());
  return {
    app,
    config,
    databaseUrl: database.url,
    owner,
    visitor,
    as: async (role, practice = 'noord') => {
      const agent = visitor();
      await agent.post('/api/v1/session/demo').send({ role, practice }).expect(200);
      return agent;
    },
    workJobs: () => workQueueOnce(config, app),
    close: async () => {
      await app.close();
      await owner.end();
      await database.drop();
    },
  };
}
