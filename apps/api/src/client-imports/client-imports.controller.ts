import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'; // prettier-ignore
import type { FastifyRequest } from 'fastify';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import { AcceptsUpload, uploadedFile } from '../platform/http/upload.ts';
import { JobStarted } from '../platform/jobs/job.dto.ts';
import {
  ClientImportPage, ClientImportRowPage, ClientImportView, ImportRowsQuery, ImportSource, UpdateClientImport,
} from './client-import.dto.ts'; // prettier-ignore
import { ClientImports } from './client-imports.service.ts';
import { CommitImport } from './commit-import.ts';
import { ReviewRows } from './review-rows.ts';

@ApiTags('client-imports')
@Controller('client-imports')
export class ClientImportsController {
  constructor(
    private readonly imports: ClientImports,
    private readonly review: ReviewRows,
    private readonly committing: CommitImport,
  ) {}

  @Post()
  @AcceptsUpload()
  @Permits('CLIENT_IMPORT.CREATE')
  @ApiOperation({ summary: 'Take in a HIS export (csv or xlsx) and work out what it would do to each client' })
  @ApiCreatedResponse({ type: ClientImportView })
  takeClientImport(@Req() request: FastifyRequest, @Query() { source }: ImportSource): Promise<ClientImportView> {
    return this.imports.take(uploadedFile(request), source);
  }

  @Get()
  @Permits('CLIENT_IMPORT.CREATE')
  @ApiOperation({ summary: 'Recent imports of the practice, newest first' })
  @ApiOkResponse({ type: ClientImportPage })
  listClientImports(@Query() page: PageQuery): Promise<ClientImportPage> {
    return this.imports.list(page);
  }

  @Get(':id')
  @Permits('CLIENT_IMPORT.CREATE')
  @ApiOperation({ summary: 'One import: its columns and how many rows will do what' })
  @ApiOkResponse({ type: ClientImportView })
  getClientImport(@Param('id') id: string): Promise<ClientImportView> {
    return this.imports.get(id);
  }

  @Get(':id/rows')
  @Permits('CLIENT_IMPORT.CREATE')
  @ApiOperation({ summary: 'The rows under review, in the order of the file, people missing from it last' })
  @ApiOkResponse({ type: ClientImportRowPage })
  listClientImportRows(@Param('id') id: string, @Query() asked: ImportRowsQuery): Promise<ClientImportRowPage> {
    return this.review.page(id, asked);
  }

  @Patch(':id')
  @Permits('CLIENT_IMPORT.CREATE')
  @ApiOperation({ summary: 'Correct what columns hold, which works the plan out anew, and decide about rows' })
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiOkResponse({ type: ClientImportView })
  updateClientImport(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: UpdateClientImport,
  ): Promise<ClientImportView> {
    return this.imports.update(id, ifMatch, body);
  }

  @Post(':id/commit')
  @HttpCode(202)
  @Permits('CLIENT_IMPORT.FINALISE')
  @ApiOperation({
    summary: 'Carry out exactly what the review showed, in one transaction; asked again, the same answer',
  })
  @ApiAcceptedResponse({ type: JobStarted })
  commitClientImport(@Param('id') id: string): Promise<JobStarted> {
    return this.committing.start(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Permits('CLIENT_IMPORT.CREATE')
  @ApiOperation({ summary: 'Leave a file unused: what it said is forgotten at once' })
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiNoContentResponse()
  abandonClientImport(@Param('id') id: string, @Headers('if-match') ifMatch: string | undefined): Promise<void> {
    return this.imports.abandon(id, ifMatch);
  }
}
