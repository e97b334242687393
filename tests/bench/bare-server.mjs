/**
 * The yardstick: Fastify and pg with nothing between them, running the statements of the product in the same order: session,
 * tenant context, access, work, log row, commit. It knows one role and refuses nothing.
 */
import { createRequire } from 'node:module';

import { completeQuestionnaire, getClient, listClients, listProfiles, listResponses } from './bare-work.mjs';
import { openPool } from './bare-transaction.mjs';

// the very Fastify of the product
const { fastify } = /** @type {typeof import('fastify')} */ (
  createRequire(new URL('../../apps/api/package.json', import.meta.url))('fastify')
);

const act = openPool(process.env);
const server = fastify();

server.get('/api/health', async () => ({ status: 'ok' }));
server.post('/api/v1/clients/search', (request, reply) => {
  reply.status(200);
  return act(request, (at) => listClients(at, request.body));
});
server.get('/api/v1/clients/:id', (request) => act(request, (at) => getClient(at, idOf(request))));
server.get('/api/v1/clients/:id/responses', (request) => act(request, (at) => listResponses(at, idOf(request))));
server.get('/api/v1/clients/:id/profiles', (request) => act(request, (at) => listProfiles(at, idOf(request))));
server.post('/api/v1/clients/:id/responses', (request, reply) => {
  reply.status(201);
  return act(request, (at) => completeQuestionnaire(at, idOf(request), request.body));
});

/** @param {{ params: unknown }} request */
function idOf({ params }) {
  return /** @type {{ id: string }} */ (params).id;
}

await server.listen({ port: Number(process.env['PORT']), host: process.env['HOST'] ?? '127.0.0.1' });
process.once('SIGTERM', () => process.exit(0));
process.once('disconnect', () => process.exit(0));
