import { createApp } from '../create-app.ts';
import { PracticeSetup } from '../organisations/practice-setup.service.ts';
import { prepareDatabase } from '../platform/database/prepare-database.ts';
import { required, TEMPLATE, testConfig, urlOf, withClient } from './test-database.ts';
import { TEST_PRACTICES } from './test-network.ts';

/** Run once before the tests: the database that each test file gets a copy of, with staff in all roles and no clients. */
const server = required('TEST_DATABASE_URL');
const url = urlOf(server, TEMPLATE);
await withClient(server, (client) => client.query(`CREATE DATABASE ${TEMPLATE}`));
await prepareDatabase(testConfig(url));
const app = await createApp(testConfig(url));
for (const practice of TEST_PRACTICES) await app.get(PracticeSetup, { strict: false }).create(practice);
await app.close();
await withClient(url, (owner) => owner.query(`UPDATE ctx.installation SET mark = 'DEMO', demo_complete = true`));
await withClient(server, (client) => client.query(`ALTER DATABASE ${TEMPLATE} IS_TEMPLATE true`));
