import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import { JobStarted } from '../platform/jobs/job.dto.ts';
import { AskBulkExport, BulkExportList, BulkExportView } from './bulk-export.dto.ts';
import { BulkExports } from './bulk-exports.service.ts';

@ApiTags('bulk-exports')
@Controller('bulk-exports')
export class BulkExportsController {
  constructor(private readonly exports: BulkExports) {}

  @Get()
  @Permits('BULK_EXPORT.EXPORT')
  @ApiOperation({ summary: 'Lists of clients that I asked for, newest first' })
  @ApiOkResponse({ type: BulkExportList })
  listBulkExports(@Query() page: PageQuery): Promise<BulkExportList> {
    return this.exports.list(page);
  }

  @Post()
  @Permits('BULK_EXPORT.EXPORT')
  @ApiOperation({ summary: 'Ask for a list of clients as a CSV file; another person decides under approvals' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: BulkExportView })
  askBulkExport(@Body() body: AskBulkExport): Promise<BulkExportView> {
    return this.exports.ask(body);
  }

  @Post(':id/start')
  @HttpCode(202)
  @Permits('BULK_EXPORT.EXPORT')
  @ApiOperation({ summary: 'Make the file of an export that was approved: once, within 24 hours' })
  @ApiAcceptedResponse({ type: JobStarted })
  startBulkExport(@Param('id') id: string): Promise<JobStarted> {
    return this.exports.start(id);
  }
}
