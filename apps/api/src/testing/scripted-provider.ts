import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Readonly<Record<string, unknown>>;
type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** An identity provider that says what a test tells it to, and keeps what it was asked. */
export interface ScriptedProvider {
  readonly issuer: string;
  readonly clientSecret: string;
  /** Claims of the next tokens, over those that are right; undefined leaves one out. */
  claims: Json;
  /** Header of the next tokens, over the right one. */
  header: Json;
  /** Changes the token just before it is handed out. */
  spoil: (token: string) => string;
  /** Answers a path otherwise. */
  instead: Record<string, Answer>;
  /** Over the description of itself. */
  description: Json;
  /** Paths asked, in order, and the bodies of the last token request. */
  readonly asked: string[];
  lastForm: URLSearchParams;
  /** Takes what the browser would bring, and gives what it brings back. */
  readonly visit: (href: string) => { code: string; state: string };
  readonly reset: () => void;
  readonly close: () => Promise<void>;
}

const base64 = (value: string | Buffer): string => Buffer.from(value).toString('base64url');
const sendJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

export async function startScriptedProvider(): Promise<ScriptedProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' };
  let visited: { nonce: string; challenge: string; clientId: string } | undefined;
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: ScriptedProvider = {
    issuer,
    clientSecret: 'heel geheim van de thuiszorg',
    claims: {},
    header: {},
    spoil: (token) => token,
    instead: {},
    description: {},
    asked: [],
    lastForm: new URLSearchParams(),
    visit: (href) => {
      const asked = new URL(href).searchParams;
      const of = (name: string): string => asked.get(name) ?? '';
      visited = { nonce: of('nonce'), challenge: of('code_challenge'), clientId: of('client_id') };
      return { code: 'a-code', state: of('state') };
    },
    reset: () => {
      const fresh = { claims: {}, header: {}, spoil: (token: string) => token, instead: {}, description: {} };
      Object.assign(provider, fresh);
      provider.asked.length = 0;
    },
    close: () => new Promise((done) => server.close(() => done()) && server.closeAllConnections()),
  };

  const tokenOf = (): string => {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer, sub: 'person-1', aud: visited?.clientId, exp: now + 300, iat: now, auth_time: now, nonce: visited?.nonce,
      email: 'nobody@thuiszorg.test.invalid', email_verified: true, amr: ['pwd', 'otp'], ...provider.claims,
    }; // prettier-ignore
    const head = base64(JSON.stringify({ alg: 'RS256', kid: 'one', ...provider.header }));
    const signed = `${head}.${base64(JSON.stringify(claims))}`;
    return provider.spoil(`${signed}.${base64(sign('sha256', Buffer.from(signed), keys.privateKey))}`);
  };

  const token: Answer = (request, response, body) => {
    provider.lastForm = new URLSearchParams(body);
    const given = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString();
    const secret = decodeURIComponent((given.split(':')[1] ?? '').replaceAll('+', ' '));
    if (secret !== provider.clientSecret) return sendJson(response, 400, { error: 'invalid_client' });
    const verifier = provider.lastForm.get('code_verifier') ?? '';
    const isRight = createHash('sha256').update(verifier).digest('base64url') === visited?.challenge;
    if (!isRight || provider.lastForm.get('code') !== 'a-code')
      return sendJson(response, 400, { error: 'invalid_grant' });
    return sendJson(response, 200, { access_token: 'an-access-token', token_type: 'bearer', id_token: tokenOf() });
  };

  const answers: Readonly<Record<string, Answer>> = {
    '/.well-known/openid-configuration': (_, response) =>
      sendJson(response, 200, {
        issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'],
        ...provider.description,
      }), // prettier-ignore
    '/keys': (_, response) => sendJson(response, 200, { keys: [jwk] }),
    '/token': token,
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    provider.asked.push(path);
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const answer = provider.instead[path] ?? answers[path];
    if (answer) answer(request, response, Buffer.concat(parts).toString());
    else sendJson(response, 404, {});
  }
  return provider;
}
