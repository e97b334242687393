import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { readConfig } from '../config/config.ts';
import { StartRefusal } from '../config/start-refusal.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const ENVIRONMENT = { DATABASE_URL: 'postgres://x', SAMENOUD_KEY: KEY, PUBLIC_URL: 'https://samenoud.example' };

describe('the setting', () => {
  it.each([
    ['production', '0', false],
    ['production', undefined, false],
    ['development', '1', true],
    ['development', '0', false],
    ['development', undefined, false],
  ] as const)('with NODE_ENV %s and SAMENOUD_DEMO %s gives %s', (environment, demo, outcome) => {
    const env = { ...ENVIRONMENT, NODE_ENV: environment, ...(demo === undefined ? {} : { SAMENOUD_DEMO: demo }) };
    expect(readConfig(env).demo).toBe(outcome);
  });

  it('refuses to start in production', () => {
    const env = { ...ENVIRONMENT, NODE_ENV: 'production', SAMENOUD_DEMO: '1' };
    expect(() => readConfig(env)).toThrow(StartRefusal);
  });
});

describe.each([
  { demo: true, mark: 'DEMO', status: 200 },
  { demo: true, mark: 'TEST', status: 404 },
  { demo: true, mark: null, status: 404 },
  { demo: false, mark: 'DEMO', status: 404 },
  { demo: false, mark: null, status: 404 },
])('demo mode $demo on a database marked $mark', ({ demo, mark, status }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ demo });
    await app.owner.query('UPDATE ctx.installation SET mark = $1', [mark]);
  });
  afterAll(() => app.close());

  it(`answers the demo sign-in with ${status}`, async () => {
    const answer = await app.visitor().post('/api/v1/session/demo').send({ role: 'GP', practice: 'noord' });
    expect(answer.status).toBe(status);
  });

  it('tells nothing by a body that is wrong', async () => {
    const answer = await app.visitor().post('/api/v1/session/demo').send({ wrong: true });
    expect(answer.status).toBe(demo ? 400 : 404);
  });
});
