import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import { CompareEntries } from './compare-entries.service.ts';
import { EntryErrors } from './entry-errors.service.ts';
import { SecondEntries } from './second-entries.service.ts';
import {
  EntryErrorRate,
  ResolveSecondEntry,
  SecondEntryPage,
  SecondEntryView,
  UpdateSecondEntry,
  WaiveSecondEntry,
} from './second-entry.dto.ts';

@ApiTags('second entries')
@Controller('second-entries')
export class SecondEntriesController {
  constructor(
    private readonly entries: SecondEntries,
    private readonly comparing: CompareEntries,
    private readonly errors: EntryErrors,
  ) {}

  @Get()
  @Permits('HEALTH_ANSWERS.UPDATE')
  @ApiOperation({ summary: 'Forms to be entered a second time, first those that somebody else entered' })
  @ApiOkResponse({ type: SecondEntryPage })
  listSecondEntries(@Query() page: PageQuery): Promise<SecondEntryPage> {
    return this.entries.list(page);
  }

  @Get('error-rate')
  @Permits('SCREENING.UPDATE')
  @ApiOperation({ summary: 'How often the first entry was wrong; of the practice, never of a person' })
  @ApiOkResponse({ type: EntryErrorRate })
  getErrorRate(): Promise<EntryErrorRate> {
    return this.errors.rate();
  }

  @Get(':id')
  @Permits('HEALTH_ANSWERS.UPDATE')
  @ApiOperation({ summary: 'One second entry; after comparing with the differing items, never with the first entry' })
  @ApiOkResponse({ type: SecondEntryView })
  getSecondEntry(@Param('id') id: string): Promise<SecondEntryView> {
    return this.entries.get(id);
  }

  @Patch(':id')
  @Permits('HEALTH_ANSWERS.UPDATE')
  @ApiOperation({ summary: 'Merge answers into a second entry' })
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiOkResponse({ type: SecondEntryView })
  updateSecondEntry(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: UpdateSecondEntry,
  ): Promise<SecondEntryView> {
    return this.entries.update(id, ifMatch, body);
  }

  @Post(':id/compare')
  @HttpCode(200)
  @Permits('HEALTH_ANSWERS.FINALISE')
  @ApiOperation({ summary: 'Compare both entries: EQUAL, or DIFFERENT with the differing items' })
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: SecondEntryView })
  compareEntries(@Param('id') id: string, @Headers('if-match') ifMatch: string | undefined): Promise<SecondEntryView> {
    return this.comparing.compare(id, ifMatch);
  }

  @Post(':id/resolve')
  @HttpCode(200)
  @Permits('HEALTH_ANSWERS.FINALISE')
  @ApiOperation({ summary: 'Choose an answer per differing item; another than the first makes an amendment' })
  @ApiOkResponse({ type: SecondEntryView })
  resolveSecondEntry(@Param('id') id: string, @Body() body: ResolveSecondEntry): Promise<SecondEntryView> {
    return this.comparing.resolve(id, body);
  }

  @Post(':id/waive')
  @HttpCode(200)
  @Permits('SCREENING.FINALISE')
  @ApiOperation({ summary: 'Let the first entry stand without a second one, with a reason' })
  @ApiOkResponse({ type: SecondEntryView })
  waiveSecondEntry(@Param('id') id: string, @Body() body: WaiveSecondEntry): Promise<SecondEntryView> {
    return this.comparing.waive(id, body);
  }
}
