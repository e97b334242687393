import { lookup as resolve } from 'node:dns';
import { once } from 'node:events';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { mayBeAsked } from './public-address.ts';

/** Everything a provider answers to one question fits in here, and comes within this time. */
const MOST_BYTES = 256 * 1024;
const LONGEST_MS = 5_000;

/** An address that may not be asked, or that is not https. */
export class AddressRefused extends Error {}

/** What `openid-client` hands to the fetch it is given. */
interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export type ProviderFetch = (url: string, asked: Asked) => Promise<Response>;

/**
 * Asks a server that somebody of a practice named: https only, at a public address that is judged after it was looked up and
 * then used as it is, no redirects, small and quick. Outside production also by http on this machine.
 */
export function providerFetch(production: boolean): ProviderFetch {
  return async (url, { method = 'GET', headers = {}, body }) => {
    const target = new URL(url);
    if (!isAllowed(target, production)) throw new AddressRefused('this address is not asked');
    const ask = target.protocol === 'https:' ? secureRequest : plainRequest;
    const signal = AbortSignal.timeout(LONGEST_MS);
    const request = ask(target, { method, headers, agent: false, signal, lookup: guardedLookup(production) });
    request.end(textOf(body));
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    return read(answer);
  };
}

/** Whether an address may be asked, as far as can be seen without looking up its name. */
export function isAllowed(target: URL, production: boolean): boolean {
  const host = target.hostname.replace(/^\[|\]$/g, '');
  if (target.username !== '' || target.password !== '') return false;
  if (isIP(host) !== 0 && !mayBeAsked(host, !production)) return false;
  return target.protocol === 'https:' || (!production && target.protocol === 'http:' && isLoopback(host));
}

const isLoopback = (host: string): boolean => host === 'localhost' || (isIP(host) !== 0 && mayBeAsked(host, true) && !mayBeAsked(host, false)); // prettier-ignore

const textOf = (body: unknown): string | undefined =>
  body instanceof URLSearchParams || typeof body === 'string' ? String(body) : undefined;

function guardedLookup(production: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const refused = found?.find(({ address }) => !mayBeAsked(address, !production));
      const first = found?.[0];
      if (error) callback(error, '');
      else if (refused || !first) callback(new AddressRefused('this address is not asked'), '');
      else if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

async function read(answer: IncomingMessage): Promise<Response> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Error('the answer is too large');
    parts.push(part);
  }
  const headers = Object.entries(answer.headersDistinct).flatMap(([name, values]) =>
    (values ?? []).map((value): [string, string] => [name, value]),
  );
  const status = answer.statusCode ?? 500;
  return new Response([204, 205, 304].includes(status) ? null : Buffer.concat(parts), { status, headers });
}
