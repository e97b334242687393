import { Body, Controller, Get, Headers, Param, Put, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Permits } from '../platform/access/permission.ts';
import { sentPdf } from '../platform/documents/sent-pdf.ts';
import { MedicalAnnexes } from './medical-annex.service.ts';
import { MedicalAnnexView, MedicalNoteView, SaveMedicalNote } from './medical-note.dto.ts';
import { MedicalNotes } from './medical-notes.service.ts';
import { MinutesQuery } from './minutes.dto.ts';
import { PrintedMedicalAnnexes } from './print-medical-annex.service.ts';

/** The medical side of a meeting: for physicians, and for the district nurse to whom the client allows it. */
@ApiTags('meetings')
@Controller()
export class MedicalNotesController {
  constructor(
    private readonly notes: MedicalNotes,
    private readonly annexes: MedicalAnnexes,
    private readonly printed: PrintedMedicalAnnexes,
  ) {}

  @Get('agenda-items/:id/medical-note')
  @Permits('MEDICAL_ANNEX.READ')
  @ApiOperation({ summary: 'What physicians noted on the line of one client; version 0 while nothing was written' })
  @ApiOkResponse({ type: MedicalNoteView })
  getMedicalNote(@Param('id') itemId: string): Promise<MedicalNoteView> {
    return this.notes.get(itemId);
  }

  @Put('agenda-items/:id/medical-note')
  @Permits('MEDICAL_ANNEX.UPDATE')
  @ApiOperation({ summary: 'Write the medical note of a line while the meeting runs; every version is kept' })
  @ApiHeader({ name: 'If-Match', required: true, example: '"0"' })
  @ApiOkResponse({ type: MedicalNoteView })
  saveMedicalNote(
    @Param('id') itemId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SaveMedicalNote,
  ): Promise<MedicalNoteView> {
    return this.notes.put(itemId, ifMatch, body);
  }

  @Get('meetings/:id/medical-annex')
  @Permits('MEDICAL_ANNEX.READ')
  @ApiOperation({
    summary: 'The medical annex of the minutes: clients of whom the asker may read it, and no word of any other',
  })
  @ApiOkResponse({ type: MedicalAnnexView })
  getMedicalAnnex(@Param('id') id: string, @Query() { edition }: MinutesQuery): Promise<MedicalAnnexView> {
    return this.annexes.get(id, edition);
  }

  @Get('meetings/:id/medical-annex.pdf')
  @Permits('MEDICAL_ANNEX.READ')
  @ApiOperation({ summary: 'The same on a paper of its own' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async printMedicalAnnex(
    @Param('id') id: string,
    @Query() { edition }: MinutesQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sentPdf(await this.printed.print(id, edition), reply);
  }
}
