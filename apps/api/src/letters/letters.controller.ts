import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { JobStarted } from '../platform/jobs/job.dto.ts';
import { MakeLetters } from './letter.dto.ts';
import { Letters } from './letters.service.ts';

@ApiTags('screening-rounds')
@Controller('screening-rounds/:id/letters')
export class LettersController {
  constructor(private readonly letters: Letters) {}

  @Post()
  @HttpCode(202)
  @Permits('SCREENING.CREATE')
  @ApiOperation({ summary: 'Print a wave as one PDF: letters with questionnaires, or what goes with them' })
  @ApiAcceptedResponse({ type: JobStarted })
  makeLetters(@Param('id') id: string, @Body() body: MakeLetters): Promise<JobStarted> {
    return this.letters.make(id, body);
  }
}
