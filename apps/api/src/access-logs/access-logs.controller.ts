import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ExactClientList, FindExactClient } from '../platform/access/exact-clients.dto.ts';
import { AccessLogPage } from '../platform/access-log/access-log-page.dto.ts';
import { Permits } from '../platform/access/permission.ts';
import { LogByClientQuery, LogByDayQuery, LogByEmployeeQuery, LogEmployeeList } from './access-log.dto.ts';
import { ExportLog } from './log-export.dto.ts';
import { ExportLogs } from './export-log.service.ts';
import { JobStarted } from '../platform/jobs/job.dto.ts';
import { AccessLogs } from './access-logs.service.ts';
import { LoggedClients } from './logged-clients.ts';

@ApiTags('access-log')
@Controller()
export class AccessLogsController {
  constructor(
    private readonly logs: AccessLogs,
    private readonly clients: LoggedClients,
    private readonly files: ExportLogs,
  ) {}

  @Get('clients/:id/access-log')
  @Permits('ACCESS_LOG_CLIENT.READ')
  @ApiOperation({ summary: 'Who saw or changed what of this client, newest first; the reading is logged' })
  @ApiOkResponse({ type: AccessLogPage })
  getClientAccessLog(@Param('id') clientId: string, @Query() page: LogByClientQuery): Promise<AccessLogPage> {
    return this.logs.ofClient(clientId, page);
  }

  @Get('access-log/by-day')
  @Permits('ACCESS_LOG_OVERVIEWS.READ')
  @ApiOperation({ summary: 'Everything done in the practice on one day, newest first; the reading is logged' })
  @ApiOkResponse({ type: AccessLogPage })
  getAccessLogByDay(@Query() query: LogByDayQuery): Promise<AccessLogPage> {
    return this.logs.ofDay(query);
  }

  @Get('access-log/by-employee')
  @Permits('ACCESS_LOG_OVERVIEWS.READ')
  @ApiOperation({ summary: 'Everything one person did, newest first; the reading is logged' })
  @ApiOkResponse({ type: AccessLogPage })
  getAccessLogByEmployee(@Query() query: LogByEmployeeQuery): Promise<AccessLogPage> {
    return this.logs.ofEmployee(query);
  }

  @Post('access-log/files')
  @HttpCode(202)
  @Permits('ACCESS_LOG_OVERVIEWS.EXPORT')
  @ApiOperation({ summary: 'An overview as a CSV file, made in a job; every page of it is logged as read' })
  @ApiAcceptedResponse({ type: JobStarted })
  exportAccessLog(@Body() body: ExportLog): Promise<JobStarted> {
    return this.files.start(body);
  }

  @Get('access-log/employees')
  @Permits('ACCESS_LOG_OVERVIEWS.READ')
  @ApiOperation({ summary: 'Whose acts can be looked up: colleagues of now and of before' })
  @ApiOkResponse({ type: LogEmployeeList })
  listLogEmployees(): Promise<LogEmployeeList> {
    return this.logs.employees();
  }

  @Post('access-log/clients/search')
  @HttpCode(200)
  @Permits('LOG_CLIENT_SEARCH.READ')
  @ApiOperation({
    summary: 'The client who asks for the log, by exact family name and birth date; the search is logged',
  })
  @ApiOkResponse({ type: ExactClientList })
  findLoggedClient(@Body() body: FindExactClient): Promise<ExactClientList> {
    return this.clients.find(body);
  }
}
