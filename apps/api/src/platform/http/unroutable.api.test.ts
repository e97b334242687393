import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/test-app.ts';

let stack: TestApp;
let port: number;

beforeAll(async () => {
  stack = await startTestApp();
  await stack.app.listen(0, '127.0.0.1');
  port = Number(new URL(await stack.app.getUrl()).port);
});
afterAll(() => stack.close());

/** Everything the server says to these bytes. */
function answerTo(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

describe('bytes that are no request', () => {
  it.each([
    ['no HTTP at all', 'hallo\r\n\r\n'],
    ['headers past every limit', `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['an impossible length', 'POST /api/v1/clients HTTP/1.1\r\nHost: a\r\nContent-Length: veel\r\n\r\n'],
  ])('are answered with problem details in Dutch: %s', async (_, bytes) => {
    const answer = await answerTo(bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('application/problem+json');
    expect(answer).toContain('Dit verzoek is niet te lezen.');
    expect(answer).toContain('X-Content-Type-Options: nosniff');
  });
});
