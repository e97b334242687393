import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import { ChangeMeeting, MakeMeeting, MeetingList, MeetingView, PutAttendance, StepMeeting } from './meeting.dto.ts';
import { MeetingSteps } from './meeting-steps.service.ts';
import { Meetings } from './meetings.service.ts';

const IF_MATCH = { name: 'If-Match', required: true, example: '"1"' } as const;

@ApiTags('meetings')
@Controller('meetings')
export class MeetingsController {
  constructor(
    private readonly meetings: Meetings,
    private readonly steps: MeetingSteps,
  ) {}

  @Post()
  @Permits('MEETING.UPDATE')
  @ApiOperation({ summary: 'Make a meeting in preparation; its agenda builds itself' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: MeetingView })
  makeMeeting(@Body() body: MakeMeeting): Promise<MeetingView> {
    return this.meetings.make(body);
  }

  @Get()
  @Permits('MEETING.READ')
  @ApiOperation({ summary: 'Meetings the asker may open: what is to come, then what has been' })
  @ApiOkResponse({ type: MeetingList })
  listMeetings(@Query() page: PageQuery): Promise<MeetingList> {
    return this.meetings.list(page);
  }

  @Get(':id')
  @Permits('MEETING.READ')
  @ApiOperation({
    summary: 'A meeting with its agenda; a client who is not shared with the asker keeps her place only',
  })
  @ApiOkResponse({ type: MeetingView })
  getMeeting(@Param('id') id: string): Promise<MeetingView> {
    return this.meetings.get(id);
  }

  @Patch(':id')
  @Permits('MEETING.UPDATE')
  @ApiOperation({ summary: 'Another moment, place or video link, while it is prepared' })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: MeetingView })
  changeMeeting(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ChangeMeeting,
  ): Promise<MeetingView> {
    return this.meetings.change(id, ifMatch, body);
  }

  @Post(':id/rebuild')
  @HttpCode(200)
  @Permits('MEETING.UPDATE')
  @ApiOperation({
    summary: 'Build the agenda again: anew in preparation; once shared it only adds, and drops what no longer applies',
  })
  @ApiOkResponse({ type: MeetingView })
  rebuildAgenda(@Param('id') id: string): Promise<MeetingView> {
    return this.meetings.rebuild(id);
  }

  @Post(':id/state')
  @HttpCode(200)
  @Permits('MEETING.FINALISE')
  @ApiOperation({ summary: 'Share the agenda, start, close, reopen or cancel a meeting' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: MeetingView })
  async stepMeeting(@Param('id') id: string, @Body() body: StepMeeting): Promise<MeetingView> {
    await this.steps.take(id, body);
    return this.meetings.get(id);
  }

  @Put(':id/attendance')
  @Permits('MEETING.UPDATE')
  @ApiOperation({ summary: 'Who takes part, who is there, and who joined late' })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: MeetingView })
  putAttendance(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { attendees }: PutAttendance,
  ): Promise<MeetingView> {
    return this.meetings.putAttendance(id, ifMatch, attendees);
  }
}
