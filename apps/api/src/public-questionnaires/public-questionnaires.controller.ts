import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicRoute, RespondentRoute } from '../platform/access/permission.ts';
import { RespondentStore } from '../platform/identity/respondent-store.ts';
import { GrantAccess } from './grant-access.service.ts';
import { OnlineForm } from './online-form.service.ts';
import {
  AccessRequest, CompletePublicResponse, PublicQuestionnaire, PublicResponse, RefuseQuestionnaire, SetPublicRemark,
  UpdatePublicResponse,
} from './public-questionnaire.dto.ts'; // prettier-ignore
import { RefuseOnline } from './refuse-online.service.ts';

@ApiTags('online questionnaire')
@Controller('public/questionnaire')
export class PublicQuestionnairesController {
  constructor(
    private readonly granting: GrantAccess,
    private readonly form: OnlineForm,
    private readonly refusing: RefuseOnline,
    private readonly respondents: RespondentStore,
  ) {}

  @Post('access')
  @HttpCode(200)
  @PublicRoute('the client answers with the code of her letter and her birth date')
  @ApiOperation({ summary: 'Open the questionnaire of a letter; the session that follows can do nothing else' })
  @ApiOkResponse({ type: PublicQuestionnaire })
  openQuestionnaire(
    @Body() body: AccessRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicQuestionnaire> {
    return this.granting.open(body, request, reply);
  }

  @Get()
  @RespondentRoute('HEALTH_ANSWERS.READ')
  @ApiOperation({ summary: 'The questionnaire of this session: questions, answers so far, whom to call' })
  @ApiOkResponse({ type: PublicQuestionnaire })
  getQuestionnaire(): Promise<PublicQuestionnaire> {
    return this.form.show();
  }

  @Get('responses/:id')
  @RespondentRoute('HEALTH_ANSWERS.READ')
  @ApiOperation({ summary: 'The own form while it is in progress' })
  @ApiOkResponse({ type: PublicResponse })
  getPublicResponse(@Param('id') id: string): Promise<PublicResponse> {
    return this.form.get(id);
  }

  @Patch('responses/:id')
  @RespondentRoute('HEALTH_ANSWERS.UPDATE')
  @ApiOperation({ summary: 'Merge answers into the own form' })
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiOkResponse({ type: PublicResponse })
  updatePublicResponse(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: UpdatePublicResponse,
  ): Promise<PublicResponse> {
    return this.form.update(id, ifMatch, body);
  }

  @Put('responses/:id/remark')
  @RespondentRoute('HEALTH_ANSWERS.UPDATE')
  @ApiOperation({ summary: 'Keep what else the client wants to say' })
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiOkResponse({ type: PublicResponse })
  setPublicRemark(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SetPublicRemark,
  ): Promise<PublicResponse> {
    return this.form.setRemark(id, ifMatch, body);
  }

  @Post('responses/:id/complete')
  @HttpCode(200)
  @RespondentRoute('HEALTH_ANSWERS.FINALISE')
  @ApiOperation({ summary: 'Send the form; the session and the code end with it' })
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ type: PublicResponse })
  async completePublicResponse(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: CompletePublicResponse,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicResponse> {
    const sent = await this.form.complete(id, ifMatch, body);
    this.respondents.cookie.clear(reply);
    return sent;
  }

  @Post('refuse')
  @HttpCode(204)
  @RespondentRoute('HEALTH_ANSWERS.UPDATE')
  @ApiOperation({ summary: 'The client does not take part; the session and the code end with it' })
  @ApiNoContentResponse()
  async refuseQuestionnaire(
    @Body() body: RefuseQuestionnaire,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.refusing.refuse(body);
    this.respondents.cookie.clear(reply);
  }

  @Delete('session')
  @HttpCode(204)
  @RespondentRoute('HEALTH_ANSWERS.READ')
  @ApiOperation({ summary: 'Stop here; with code and birth date one goes on later, on any device' })
  @ApiNoContentResponse()
  leaveQuestionnaire(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.respondents.end(request, reply);
  }
}
