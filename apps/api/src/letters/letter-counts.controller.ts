import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { RoundLetters } from './letter-counts.dto.ts';
import { LetterCounts } from './letter-counts.service.ts';

@ApiTags('screening-rounds')
@Controller('screening-rounds/:id/letters')
export class LetterCountsController {
  constructor(private readonly counts: LetterCounts) {}

  @Get()
  @Permits('SCREENING.READ')
  @ApiOperation({ summary: 'Per wave who gets a letter now, how many not and why, and what the letterhead misses' })
  @ApiOkResponse({ type: RoundLetters })
  countLetters(@Param('id') id: string): Promise<RoundLetters> {
    return this.counts.of(id);
  }
}
