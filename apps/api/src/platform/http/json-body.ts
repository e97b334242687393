import type { FastifyInstance } from 'fastify';
import { repeatedProperty } from './repeated-property.ts';

/** A body that could not be read; refused only after session and role, so that it tells a stranger nothing. */
export const UNREADABLE_BODY = Symbol('unreadable body');

/** A body that names a property twice; refused just as late. */
export class RepeatedProperty {
  constructor(readonly pointer: string) {}
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** JSON is the only declared content; faults in it wait for the pipe that reads the body. */
export function acceptJsonOnly(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, parse(body));
  });
}

function parse(body: string | Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    const text = typeof body === 'string' ? body : decoder.decode(body);
    const value: unknown = JSON.parse(text);
    const repeated = repeatedProperty(text);
    return repeated === undefined ? value : new RepeatedProperty(repeated);
  } catch {
    return UNREADABLE_BODY;
  }
}
