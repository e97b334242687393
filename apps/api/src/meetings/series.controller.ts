import { Body, Controller, Get, Headers, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PutSeries, SeriesView } from './series.dto.ts';
import { Series } from './series.service.ts';

@ApiTags('meetings')
@Controller('meeting-series')
export class SeriesController {
  constructor(private readonly series: Series) {}

  @Get()
  @Permits('PRACTICE_SETTINGS.READ')
  @ApiOperation({ summary: 'The series of the practice: its rhythm, place, standing members and their stand-ins' })
  @ApiOkResponse({ type: SeriesView })
  getSeries(): Promise<SeriesView> {
    return this.series.get();
  }

  @Put()
  @Permits('PRACTICE_SETTINGS.UPDATE', 'MEETING.FINALISE')
  @ApiOperation({ summary: 'Set the series; meetings that were made stay as they are' })
  @ApiHeader({ name: 'If-Match', required: true, example: '"0"' })
  @ApiOkResponse({ type: SeriesView })
  putSeries(@Headers('if-match') ifMatch: string | undefined, @Body() body: PutSeries): Promise<SeriesView> {
    return this.series.put(ifMatch, body);
  }
}
