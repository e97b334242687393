import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { JobStarted } from '../platform/jobs/job.dto.ts';
import { ClientOverviewPage, OverviewQuery, PrintOverview } from './client-overview.dto.ts';
import { ClientOverview } from './client-overview.service.ts';
import { PrintOverviews } from './print-overview.service.ts';

@ApiTags('access-log')
@Controller('clients/:id/access-overview')
export class ClientOverviewController {
  constructor(
    private readonly overview: ClientOverview,
    private readonly prints: PrintOverviews,
  ) {}

  @Get()
  @Permits('ACCESS_LOG_CLIENT.READ')
  @ApiOperation({
    summary: 'Who looked, in plain words for the client; what repeats on a day is one line with a count',
  })
  @ApiOkResponse({ type: ClientOverviewPage })
  getClientOverview(@Param('id') clientId: string, @Query() query: OverviewQuery): Promise<ClientOverviewPage> {
    return this.overview.read(clientId, query);
  }

  @Post('print')
  @HttpCode(202)
  @Permits('ACCESS_LOG_CLIENT.EXPORT')
  @ApiOperation({ summary: 'The same as a PDF to hand over, for the client of this name and birth date' })
  @ApiAcceptedResponse({ type: JobStarted })
  printClientOverview(@Param('id') clientId: string, @Body() body: PrintOverview): Promise<JobStarted> {
    return this.prints.start(clientId, body);
  }
}
