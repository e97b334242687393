import type { paths } from '@samenoud/api-client';
import createClient from 'openapi-fetch';
import { BACKGROUND_HEADER, isUnattended } from './session/last-input.ts';
import { lock } from './session/lock-store.ts';
import { readProblem } from './problem.ts';

/** Calls typed from the API document. `fetch` is looked up per call, so that tests can stand in for the network. */
export const api = createClient<paths>({
  baseUrl: globalThis.location.origin,
  fetch: (request) => {
    if (isUnattended()) request.headers.set(BACKGROUND_HEADER, '1');
    return globalThis.fetch(request);
  },
});

type Outcome<Data> = { data?: Data; error?: unknown; response: Response };

const isSignIn = (response: Response): boolean =>
  new URL(response.url, 'http://x').pathname.startsWith('/api/v1/session');

/** The body of a call that went well; everything else is thrown as an `ApiProblem` (or a TypeError without connection). */
export async function answer<Data>(call: Promise<Outcome<Data>>): Promise<Data> {
  const { data, error, response } = await call;
  if (response.ok) return data as Data;
  if (response.status === 401 && !isSignIn(response)) lock('EXPIRED');
  throw readProblem(response.status, error, response.headers.get('Retry-After'));
}

/** The If-Match header of a version, in the quotes HTTP asks for. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` }) as const;

/** One key per intention: made when the form opens, sent again with every retry of the same act. */
export const createIdempotencyKey = (): string => crypto.randomUUID();
