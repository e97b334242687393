import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Permits } from '../platform/access/permission.ts';
import { sentPdf } from '../platform/documents/sent-pdf.ts';
import { MeetingHisTexts } from './meeting-his-texts.service.ts';
import { MeetingHisTextList } from './minutes.dto.ts';
import { PrintedAgendas } from './print-agenda.service.ts';
import { PrintedAgreements } from './print-agreements.service.ts';

const PDF = { schema: { type: 'string', format: 'binary' } } as const;

/** What goes out of a meeting: an agenda on paper, texts for the HIS, and the page for the client. */
@ApiTags('meetings')
@Controller()
export class MeetingPapersController {
  constructor(
    private readonly agendas: PrintedAgendas,
    private readonly agreements: PrintedAgreements,
    private readonly hisTexts: MeetingHisTexts,
  ) {}

  @Get('meetings/:id/agenda.pdf')
  @Permits('MEETING.READ')
  @ApiOperation({ summary: 'The agenda on paper, as far as it is shared with the asker' })
  @ApiProduces('application/pdf')
  @ApiOkResponse(PDF)
  async printAgenda(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return sentPdf(await this.agendas.print(id), reply);
  }

  @Get('meetings/:id/his-texts')
  @Permits('HIS_SUMMARY.READ')
  @ApiOperation({ summary: 'Per client who was discussed a text to copy to the HIS, from the newest minutes' })
  @ApiOkResponse({ type: MeetingHisTextList })
  async listMeetingHisTexts(@Param('id') id: string): Promise<MeetingHisTextList> {
    return { texts: await this.hisTexts.of(id) };
  }

  @Get('agenda-items/:id/agreements.pdf')
  @Permits('MEETING.READ')
  @ApiOperation({ summary: 'What was agreed, in large type for the client herself; from the newest minutes' })
  @ApiProduces('application/pdf')
  @ApiOkResponse(PDF)
  async printAgreements(
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sentPdf(await this.agreements.print(id), reply);
  }
}
