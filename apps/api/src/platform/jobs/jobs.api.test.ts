import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actAs } from '../../testing/acting.ts';
import { type Agent, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { Documents } from '../documents/documents.ts';
import { DomainError } from '../http/problem.ts';
import { query } from '../request/request-context.ts';
import { Jobs } from './jobs.ts';

let stack: TestApp;
let jobs: Jobs;
let assistant: Agent;
let nurse: Agent;
const seen: { params: unknown; user: string | undefined; tries: number } = { params: undefined, user: '', tries: 0 };

beforeAll(async () => {
  stack = await startTestApp();
  jobs = stack.app.get(Jobs, { strict: false });
  const documents = stack.app.get(Documents, { strict: false });
  jobs.register('TEST_PAPER', async (job) => {
    await job.progress(1, 2);
    return job.act(async () => {
      const [row] = await query<{ role: string }>(`SELECT ctx.setting('role') AS role`);
      Object.assign(seen, { params: job.params, user: row?.role });
      return documents.keep({
        kind: 'TEST',
        mediaType: 'text/plain',
        fileName: 'één.txt',
        content: Buffer.from('één'),
      });
    });
  });
  jobs.register('TEST_REFUSED', () => Promise.reject(new DomainError('WRONG_STATE')));
  jobs.register('TEST_FLAKY', () => {
    seen.tries += 1;
    return Promise.reject(new Error('Jansen does not fit'));
  });
  assistant = await stack.as('PRACTICE_ASSISTANT');
  nurse = await stack.as('PRACTICE_NURSE');
});
afterAll(() => stack.close());

const start = (kind: string, total = 5): Promise<string> =>
  actAs(stack, 'PRACTICE_ASSISTANT', () => jobs.start(kind, { roundId: 'r' }, total));

describe('a job', () => {
  it('waits in the transaction that needs it and runs as the person who asked', async () => {
    const id = await start('TEST_PAPER');
    expect((await assistant.get(`/api/v1/jobs/${id}`)).body).toEqual({ state: 'QUEUED', done: 0, total: 5 });
    await stack.workJobs();
    const { body } = await assistant.get(`/api/v1/jobs/${id}`).expect(200);
    expect(body).toMatchObject({
      state: 'DONE',
      done: 2,
      total: 2,
      href: expect.stringMatching(/^\/api\/v1\/documents\//),
    });
    expect(seen).toMatchObject({ params: { roundId: 'r' }, user: 'PRACTICE_ASSISTANT' });
  });

  it('is not there when the transaction that started it fails', async () => {
    const failed = actAs(stack, 'PRACTICE_ASSISTANT', async () => {
      await jobs.start('TEST_PAPER', {}, 1);
      throw new DomainError('WRONG_STATE');
    });
    await expect(failed).rejects.toThrow('WRONG_STATE');
    const { rows } = await stack.owner.query(`SELECT count(*)::integer AS waiting FROM graphile_worker.jobs`);
    expect(rows[0]).toEqual({ waiting: 0 });
  });

  it('is its asker’s alone, and so is what it made', async () => {
    const id = await start('TEST_PAPER');
    await stack.workJobs();
    const { href } = (await assistant.get(`/api/v1/jobs/${id}`)).body;
    await nurse.get(`/api/v1/jobs/${id}`).expect(404);
    await nurse.get(href).expect(404);
    const { headers, text } = await assistant.get(href).buffer(true).expect(200);
    expect(text).toBe('één');
    expect(headers['content-disposition']).toBe(`attachment; filename*=UTF-8''%C3%A9%C3%A9n.txt`);
    expect(headers).toMatchObject({
      'content-security-policy': 'sandbox',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it('forgets what it made after a day', async () => {
    const id = await start('TEST_PAPER');
    await stack.workJobs();
    const { href } = (await assistant.get(`/api/v1/jobs/${id}`)).body;
    await stack.owner.query(`UPDATE care.document SET made_at = now() - interval '25 hours'`);
    expect((await assistant.get(href)).status).toBe(404);
  });

  it('fails with a sentence when it can never succeed', async () => {
    const id = await start('TEST_REFUSED');
    await stack.workJobs();
    expect((await assistant.get(`/api/v1/jobs/${id}`)).body).toMatchObject({
      state: 'FAILED',
      problemCode: 'WRONG_STATE',
      problem: expect.stringMatching(/^[A-Z].+\.$/),
    });
  });

  it('is tried three times, and never tells what went wrong inside', async () => {
    const id = await start('TEST_FLAKY');
    for (let time = 0; time < 3; time += 1) {
      await stack.workJobs();
      await stack.owner.query(`UPDATE graphile_worker._private_jobs SET run_at = now()`);
    }
    const { body } = await assistant.get(`/api/v1/jobs/${id}`);
    expect(seen.tries).toBe(3);
    expect(body).toMatchObject({ state: 'FAILED', problemCode: 'INTERNAL' });
    expect(JSON.stringify(body)).not.toContain('Jansen');
  });

  it('does nothing any more for who has left', async () => {
    const id = await actAs(stack, 'PRACTICE_NURSE', () => jobs.start('TEST_PAPER', {}, 1));
    await stack.owner.query(
      `UPDATE care.membership SET valid = tstzrange(lower(valid), now()) WHERE role = 'PRACTICE_NURSE'`,
    );
    await stack.workJobs();
    const { rows } = await stack.owner.query('SELECT state, problem FROM care.job WHERE id = $1', [id]);
    expect(rows).toEqual([{ state: 'FAILED', problem: 'ROLE' }]);
  });
});

describe('the queue', () => {
  it('is closed to the app itself', async () => {
    const direct = actAs(stack, 'GP', () => query(`SELECT graphile_worker.add_job('work', '{}')`));
    await expect(direct).rejects.toThrow('permission denied');
  });
});

describe('an upload', () => {
  it('is refused where no file is expected', async () => {
    const { body } = await assistant.post('/api/v1/clients').attach('file', Buffer.from('a;b'), 'a.csv').expect(415);
    expect(body.code).toBe('UNSUPPORTED_MEDIA_TYPE');
  });
});
