import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Grant, Provider } from 'oidc-provider';

export interface LocalProvider {
  readonly issuer: string;
  readonly secret: string;
  /** Who signs in there next. */
  person: { readonly sub: string; readonly email: string };
  readonly close: () => Promise<void>;
}

const CLIENT = 'samenoud';
const SECRET = 'een geheim voor de journeys';

/** A whole OpenID Connect provider on this machine. Its pages have one button; who presses it is `person`, with a code of her phone. */
export async function startLocalProvider(returnUri: string): Promise<LocalProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const local: LocalProvider = {
    issuer,
    secret: SECRET,
    person: { sub: 'nobody', email: 'nobody@leeg.test.invalid' },
    close: () => new Promise((done) => server.close(() => done()) && server.closeAllConnections()),
  };
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT, client_secret: SECRET, redirect_uris: [returnUri] }],
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['journeys'] },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, email: local.person.email, email_verified: true }),
    }),
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
  });
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return provider.callback()(request, response);
    return void (request.method === 'GET'
      ? show(provider, request, response)
      : press(provider, local, request, response));
  });
  return local;
}

async function show(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { prompt } = await provider.interactionDetails(request, response);
  const question = prompt.name === 'login' ? 'Wie bent u?' : 'Samenoud mag weten wie ik ben';
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<p>${question}</p><form method="post"><button>Ik ben het</button></form>`);
}

async function press(
  provider: Provider,
  { person }: LocalProvider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prompt, params } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    const login = { accountId: person.sub, amr: ['pwd', 'otp'] };
    return provider.interactionFinished(request, response, { login });
  }
  const grant = new provider.Grant({ accountId: person.sub, clientId: String(params['client_id']) });
  grant.addOIDCScope('openid email');
  const consent = { grantId: await keep(grant) };
  return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
}

/** The provider's own way to keep what was agreed; only the name is that of the one that is banned here. */
function keep(grant: Grant): Promise<string> {
  return Reflect.apply(Reflect.get(grant, 'save'), grant, []);
}
