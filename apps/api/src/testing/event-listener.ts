import { get, type IncomingMessage } from 'node:http';
import type { StaffRole } from '@samenoud/domain';
import type { Hint } from '../platform/events/hint.ts';
import type { TestApp } from './test-app.ts';

/** Somebody with an open stream of hints. */
export interface EventListener {
  readonly cookie: string;
  readonly status: number;
  /** What came so far, as `TYPE id`. */
  readonly heard: string[];
  /** Resolves with everything heard, once `last` came. */
  readonly until: (last: string) => Promise<string[]>;
  /** Resolves when the stream ended, by either side. */
  readonly ended: Promise<void>;
  readonly leave: () => Promise<void>;
}

export async function listen(stack: TestApp, role: StaffRole, practice = 'noord'): Promise<EventListener> {
  const { headers } = await stack.visitor().post('/api/v1/session/demo').send({ role, practice }).expect(200);
  return listenWith(stack, headers['set-cookie']?.[0]?.split(';')[0] ?? '');
}

/** With a session that is there already. */
export async function listenWith(stack: TestApp, cookie: string): Promise<EventListener> {
  const response = await open(`${await originOf(stack)}/api/v1/events`, cookie);
  const heard: string[] = [];
  const waiting: { last: string; resolve: (all: string[]) => void }[] = [];
  const ended = readHints(response, ({ type, id }) => {
    heard.push(id === null ? type : `${type} ${id}`);
    for (const { last, resolve } of waiting) if (heard.includes(last)) resolve([...heard]);
  });
  return {
    cookie,
    status: response.statusCode ?? 0,
    heard,
    until: (last) =>
      new Promise((resolve) => (heard.includes(last) ? resolve([...heard]) : void waiting.push({ last, resolve }))),
    ended,
    leave: () => {
      response.destroy();
      return ended;
    },
  };
}

/** On a connection of its own, as a browser does for a stream. */
const open = (address: string, cookie: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(address, { agent: false, headers: { cookie } }, resolve).on('error', reject);
  });

async function readHints(response: IncomingMessage, take: (hint: Hint) => void): Promise<void> {
  let text = '';
  try {
    for await (const chunk of response) {
      text += String(chunk);
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) if (part.startsWith('data: ')) take(JSON.parse(part.slice(6)));
    }
  } catch {
    // left, or cut off
  }
}

/** The app really listens, on a port of its own. */
async function originOf(stack: TestApp): Promise<string> {
  const server = stack.app.getHttpServer();
  if (!server.listening) await stack.app.listen(0, '127.0.0.1');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : ''}`;
}
