import multipart from '@fastify/multipart';
import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError, invalidInput } from './problem.ts';

/** Source: `trust.md` 8, uploads. */
export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;

export interface UploadedFile {
  /** As the sender calls it, without folders: for showing, never for a path. */
  readonly fileName: string;
  readonly content: Buffer;
}

declare module 'fastify' {
  interface FastifyRequest {
    upload?: UploadedFile;
  }
  interface FastifyContextConfig {
    acceptsUpload?: boolean;
  }
}

/** A route that takes one file, in the part `file`; every other route refuses multipart. */
export function AcceptsUpload(): MethodDecorator {
  const file = { type: 'string', format: 'binary' };
  return applyDecorators(
    RouteConfig({ acceptsUpload: true }),
    ApiConsumes('multipart/form-data'),
    ApiBody({ schema: { type: 'object', required: ['file'], properties: { file } } }),
  );
}

export async function acceptUploads(server: FastifyInstance): Promise<void> {
  await server.register(multipart, {
    limits: { fileSize: MAX_UPLOAD_BYTES, files: 1, fields: 5, fieldSize: 1000, parts: 6, headerPairs: 50 },
  });
  server.addHook('onRequest', async (request) => {
    const type = request.headers['content-type'] ?? '';
    if (/^multipart\//i.test(type) && request.routeOptions.config.acceptsUpload !== true)
      throw new DomainError('UNSUPPORTED_MEDIA_TYPE');
  });
}

/** Reads the file before a transaction is opened: a slow line must not hold one. */
export async function readUpload(request: FastifyRequest): Promise<void> {
  if (request.routeOptions.config.acceptsUpload !== true) return;
  if (!request.isMultipart()) throw new DomainError('UNSUPPORTED_MEDIA_TYPE');
  request.upload = await firstFile(request);
}

/** The file of this request. */
export function uploadedFile({ upload }: FastifyRequest): UploadedFile {
  if (!upload) throw invalidInput({ pointer: '/file', code: 'REQUIRED' });
  return upload;
}

async function firstFile(request: FastifyRequest): Promise<UploadedFile> {
  const part = await request.file().catch(refuseUnreadable);
  if (part?.fieldname !== 'file') throw invalidInput({ pointer: '/file', code: 'REQUIRED' });
  const content = await part.toBuffer().catch(refuseUnreadable);
  return { fileName: (part.filename.split(/[/\\]/).at(-1) ?? '').slice(0, 200).normalize('NFC'), content };
}

function refuseUnreadable(error: unknown): never {
  const isTooLarge = error instanceof Error && 'statusCode' in error && error.statusCode === 413;
  throw new DomainError(isTooLarge ? 'TOO_LARGE' : 'BAD_REQUEST');
}
