import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import { AmendCompletedResponse } from './amend-response.service.ts';
import { BeginResponse } from './begin-response.service.ts';
import { EnterAnswers } from './enter-answers.service.ts';
import { ReadRemark } from './read-remark.service.ts';
import {
  AmendResponse,
  CompleteResponse,
  CreateResponse,
  ResponseList,
  ResponseView,
  SetRemark,
  UpdateResponse,
  VoidResponse,
} from './response.dto.ts';
import { Responses } from './responses.service.ts';
import { VoidWrongResponse } from './void-response.service.ts';

@ApiTags('questionnaires')
@Controller()
export class ResponsesController {
  constructor(
    private readonly responses: Responses,
    private readonly starter: BeginResponse,
    private readonly entry: EnterAnswers,
    private readonly amendments: AmendCompletedResponse,
    private readonly voiding: VoidWrongResponse,
    private readonly reading: ReadRemark,
  ) {}

  @Get('clients/:id/responses')
  @Permits('HEALTH_ANSWERS.READ', 'RISK_PROFILE.READ')
  @ApiOperation({ summary: 'Responses of a client, newest first, with assessments' })
  @ApiOkResponse({ type: ResponseList })
  listResponses(@Param('id') clientId: string, @Query() page: PageQuery): Promise<ResponseList> {
    return this.responses.listOf(clientId, page);
  }

  @Post('clients/:id/responses')
  @Permits('HEALTH_ANSWERS.CREATE')
  @ApiOperation({ summary: 'Begin a form, enter a whole one, or take over totals scored elsewhere' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ResponseView })
  beginResponse(@Param('id') clientId: string, @Body() body: CreateResponse): Promise<ResponseView> {
    return this.starter.begin(clientId, body);
  }

  @Get('responses/:id')
  @Permits('HEALTH_ANSWERS.READ', 'RISK_PROFILE.READ')
  @ApiOperation({ summary: 'One response' })
  @ApiOkResponse({ type: ResponseView })
  getResponse(@Param('id') id: string): Promise<ResponseView> {
    return this.responses.get(id);
  }

  @Patch('responses/:id')
  @Permits('HEALTH_ANSWERS.UPDATE')
  @ApiOperation({ summary: 'Merge answers into a form that is in progress' })
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiOkResponse({ type: ResponseView })
  updateResponse(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: UpdateResponse,
  ): Promise<ResponseView> {
    return this.entry.update(id, ifMatch, body);
  }

  @Post('responses/:id/complete')
  @HttpCode(200)
  @Permits('HEALTH_ANSWERS.FINALISE')
  @ApiOperation({ summary: 'Complete a form; from here on it never changes' })
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: ResponseView })
  completeResponse(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: CompleteResponse,
  ): Promise<ResponseView> {
    return this.entry.complete(id, ifMatch, body);
  }

  @Post('responses/:id/amendments')
  @Permits('HEALTH_ANSWERS.FINALISE')
  @ApiOperation({ summary: 'Supersede a completed response by one with other answers and a reason' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ResponseView })
  amendResponse(@Param('id') id: string, @Body() body: AmendResponse): Promise<ResponseView> {
    return this.amendments.amend(id, body);
  }

  @Post('responses/:id/void')
  @HttpCode(200)
  @Permits('HEALTH_ANSWERS.VOID')
  @ApiOperation({ summary: 'Void a form with a reason, and move it to the right client where it belongs to another' })
  @ApiOkResponse({ type: ResponseView })
  voidResponse(@Param('id') id: string, @Body() body: VoidResponse): Promise<ResponseView> {
    return this.voiding.void(id, body);
  }

  @Put('responses/:id/remark')
  @Permits('HEALTH_ANSWERS.UPDATE')
  @ApiOperation({ summary: 'Keep what the client wrote in the margin' })
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiOkResponse({ type: ResponseView })
  setRemark(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SetRemark,
  ): Promise<ResponseView> {
    return this.responses.setRemark(id, ifMatch, body);
  }

  @Post('responses/:id/remark/read')
  @HttpCode(200)
  @Permits('HEALTH_ANSWERS.UPDATE')
  @ApiOperation({ summary: 'Note that what the client wrote online was read' })
  @ApiOkResponse({ type: ResponseView })
  readRemark(@Param('id') id: string): Promise<ResponseView> {
    return this.reading.read(id);
  }
}
