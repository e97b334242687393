import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** A paper that is drawn at once and kept nowhere, as an answer. */
export function sentPdf(
  { fileName, content }: { readonly fileName: string; readonly content: Buffer },
  reply: FastifyReply,
): StreamableFile {
  void reply.header('Content-Security-Policy', 'sandbox');
  return new StreamableFile(content, {
    type: 'application/pdf',
    disposition: `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    length: content.length,
  });
}
