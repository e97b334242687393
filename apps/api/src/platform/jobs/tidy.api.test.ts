import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actAs } from '../../testing/acting.ts';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';
import { Documents } from '../documents/documents.ts';
import { tidyOnce } from './tidy.ts';

let stack: TestApp;

beforeAll(async () => {
  stack = await startTestApp();
});
afterAll(() => stack.close());

const keep = (practice: string): Promise<string> =>
  actAs(
    stack,
    'GP',
    () =>
      stack.app
        .get(Documents, { strict: false })
        .keep({ kind: 'TEST', mediaType: 'text/plain', fileName: 'a.txt', content: Buffer.from('a') }),
    practice,
  );

describe('tidying', () => {
  it('removes in every practice what is a day old, and nothing younger', async () => {
    const [old, alsoOld] = [await keep('noord'), await keep('zuid')];
    await stack.owner.query(`UPDATE care.document SET made_at = now() - interval '25 hours'`);
    const young = await keep('leeg');
    await tidyOnce(stack.config, stack.app);
    const { rows } = await stack.owner.query<{ href: string }>(
      `SELECT '/api/v1/documents/' || id AS href FROM care.document`,
    );
    expect(rows.map(({ href }) => href)).toEqual([young]);
    expect([old, alsoOld]).not.toContain(young);
  });
});
