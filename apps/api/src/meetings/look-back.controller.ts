import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { LookBackQuery, LookBackView } from './look-back.dto.ts';
import { LookBacks } from './look-back.service.ts';

@ApiTags('meetings')
@Controller('meeting-look-backs')
export class LookBackController {
  constructor(private readonly lookBacks: LookBacks) {}

  @Get()
  @Permits('MEETING.READ')
  @ApiOperation({
    summary: 'What meetings came to, per meeting and for a year, of what the asker may see; never per person',
  })
  @ApiOkResponse({ type: LookBackView }) // prettier-ignore
  getLookBack(@Query() { year }: LookBackQuery): Promise<LookBackView> {
    return this.lookBacks.get(year);
  }
}
