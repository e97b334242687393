import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Permits } from '../access/permission.ts';
import { Documents } from './documents.ts';

@ApiTags('documents')
@Controller('documents')
export class DocumentsController {
  constructor(private readonly documents: Documents) {}

  @Get(':id')
  @Permits('OWN_ACCOUNT.READ')
  @ApiOperation({ summary: 'Fetch a document that was made for oneself in the last 24 hours' })
  @ApiProduces('application/pdf', 'text/csv', 'application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async getDocument(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { mediaType, fileName, content } = await this.documents.get(id);
    void reply.header('Content-Security-Policy', 'sandbox');
    return new StreamableFile(content, {
      type: mediaType,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      length: content.length,
    });
  }
}
