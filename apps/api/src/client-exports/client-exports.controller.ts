import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { JobStarted } from '../platform/jobs/job.dto.ts';
import { ExportClient } from './client-export.dto.ts';
import { ClientExports } from './client-exports.service.ts';

@ApiTags('client-rights')
@Controller('clients/:id/export')
export class ClientExportsController {
  constructor(private readonly exports: ClientExports) {}

  @Post()
  @HttpCode(202)
  @Permits('CLIENT_EXPORT.EXPORT')
  @ApiOperation({ summary: 'Make a copy of everything the client has a right to; needs a fresh second factor' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiAcceptedResponse({ type: JobStarted })
  exportClient(@Param('id') clientId: string, @Body() body: ExportClient): Promise<JobStarted> {
    return this.exports.start(clientId, body);
  }
}
