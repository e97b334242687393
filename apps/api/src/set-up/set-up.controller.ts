import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PublicRoute } from '../platform/access/permission.ts';
import { FirstManagers } from './first-manager.service.ts';
import { FirstManager, FirstManagerLink, SetUp, SetUpAnswer, SetUpToken, SetUpView } from './set-up.dto.ts';
import { FirstPractice } from './set-up.service.ts';

@ApiTags('set-up')
@Controller('set-up')
export class SetUpController {
  constructor(
    private readonly firstPractice: FirstPractice,
    private readonly firstManagers: FirstManagers,
  ) {}

  @Post()
  @PublicRoute('once, by the link in the log of a server without accounts')
  @ApiOperation({ summary: 'Make the practice and its first manager, who then signs in and adds a second factor' })
  @ApiCreatedResponse({ type: SetUpAnswer })
  setUp(@Body() body: SetUp): Promise<SetUpAnswer> {
    return this.firstPractice.make(body);
  }

  @Post('view')
  @HttpCode(200)
  @PublicRoute('what the link in the log of the server is for')
  @ApiOperation({ summary: 'For which practice a set-up link is' })
  @ApiOkResponse({ type: SetUpView })
  viewSetUp(@Body() { token }: SetUpToken): Promise<SetUpView> {
    return this.firstManagers.view(token);
  }

  @Post('manager')
  @HttpCode(200)
  @PublicRoute('once, by the link that the host made for a further practice')
  @ApiOperation({ summary: 'Say who manages a further practice; answers where her invitation stands' })
  @ApiOkResponse({ type: FirstManagerLink })
  inviteFirstManager(@Body() body: FirstManager, @Req() request: FastifyRequest): Promise<FirstManagerLink> {
    return this.firstManagers.invite(body, request);
  }
}
