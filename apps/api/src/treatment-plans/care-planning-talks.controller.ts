import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import { CarePlanningTalkList, CarePlanningTalkView, SaveCarePlanningTalk } from './care-planning-talk.dto.ts';
import { CarePlanningTalks } from './care-planning-talks.service.ts';
import { VoidReason } from './directive.dto.ts';

@ApiTags('treatment-plans')
@Controller()
export class CarePlanningTalksController {
  constructor(private readonly talks: CarePlanningTalks) {}

  @Get('clients/:id/care-planning-talks')
  @Permits('CARE_PLAN.READ')
  @ApiOperation({ summary: 'Talks about care later on, newest first' })
  @ApiOkResponse({ type: CarePlanningTalkList })
  listCarePlanningTalks(@Param('id') clientId: string, @Query() page: PageQuery): Promise<CarePlanningTalkList> {
    return this.talks.listOf(clientId, page);
  }

  @Post('clients/:id/care-planning-talks')
  @Permits('CARE_PLAN.CREATE')
  @ApiOperation({ summary: 'Write down a talk about care later on' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: CarePlanningTalkView })
  addCarePlanningTalk(
    @Param('id') clientId: string,
    @Body() body: SaveCarePlanningTalk,
  ): Promise<CarePlanningTalkView> {
    return this.talks.add(clientId, body);
  }

  @Put('care-planning-talks/:id')
  @Permits('CARE_PLAN.UPDATE')
  @ApiOperation({ summary: 'Mend what was written down of a talk' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: CarePlanningTalkView })
  changeCarePlanningTalk(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SaveCarePlanningTalk,
  ): Promise<CarePlanningTalkView> {
    return this.talks.change(id, ifMatch, body);
  }

  @Post('care-planning-talks/:id/void')
  @HttpCode(200)
  @Permits('CARE_PLAN.VOID')
  @ApiOperation({ summary: 'Declare a talk void that was written down by mistake; it stays readable' })
  @ApiOkResponse({ type: CarePlanningTalkView })
  voidCarePlanningTalk(@Param('id') id: string, @Body() body: VoidReason): Promise<CarePlanningTalkView> {
    return this.talks.declareVoid(id, body);
  }
}
