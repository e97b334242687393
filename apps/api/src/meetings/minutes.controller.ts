import { Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Permits } from '../platform/access/permission.ts';
import { sentPdf } from '../platform/documents/sent-pdf.ts';
import { CalendarFiles } from './calendar-file.service.ts';
import { MinutesQuery, MinutesView } from './minutes.dto.ts';
import { MeetingMinutes } from './minutes.service.ts';
import { PrintedMinutes } from './print-minutes.service.ts';

@ApiTags('meetings')
@Controller('meetings/:id')
export class MinutesController {
  constructor(
    private readonly minutes: MeetingMinutes,
    private readonly printed: PrintedMinutes,
    private readonly calendar: CalendarFiles,
  ) {}

  @Get('minutes')
  @Permits('MEETING.READ')
  @ApiOperation({
    summary: 'Minutes of a meeting that closed, as far as they are shared with the asker; earlier editions stay',
  })
  @ApiOkResponse({ type: MinutesView })
  getMinutes(@Param('id') id: string, @Query() { edition }: MinutesQuery): Promise<MinutesView> {
    return this.minutes.get(id, edition);
  }

  @Get('minutes.pdf')
  @Permits('MEETING.READ')
  @ApiOperation({ summary: 'The same on paper' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async printMinutes(
    @Param('id') id: string,
    @Query() { edition }: MinutesQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sentPdf(await this.printed.print(id, edition), reply);
  }

  @Get('calendar.ics')
  @Permits('MEETING.READ')
  @ApiOperation({ summary: 'When and where, for a calendar; nothing of a client' })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  async getCalendar(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const file = await this.calendar.of(id);
    void reply.header('Content-Type', 'text/calendar; charset=utf-8');
    void reply.header('Content-Disposition', 'attachment; filename="teamoverleg.ics"');
    return file;
  }
}
