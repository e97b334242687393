import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { TimelinePage, TimelineQuery } from './timeline.dto.ts';
import { Timeline } from './timeline.service.ts';

@ApiTags('clients')
@Controller('clients/:id/timeline')
export class TimelineController {
  constructor(private readonly timeline: Timeline) {}

  @Get()
  @Permits('TIMELINE.READ')
  @ApiOperation({ summary: 'What happened around a client, newest day first, with old and new values' })
  @ApiOkResponse({ type: TimelinePage })
  getTimeline(@Param('id') clientId: string, @Query() query: TimelineQuery): Promise<TimelinePage> {
    return this.timeline.ofClient(clientId, query);
  }
}
