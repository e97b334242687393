import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicRoute, SigningInRoute } from '../platform/access/permission.ts';
import {
  OrganisationSignIn as OrganisationSignInBody,
  OrganisationSignInAnswer,
  ProviderAddress,
  ReturnFromProvider,
} from './organisation-sign-in.dto.ts';
import { OrganisationSignIn } from './organisation-sign-in.service.ts';
import { ProviderWays } from './provider-ways.ts';

@ApiTags('session')
@Controller('session')
export class OrganisationSignInController {
  constructor(
    private readonly ways: ProviderWays,
    private readonly signIn: OrganisationSignIn,
  ) {}

  @Post('organisation')
  @HttpCode(200)
  @PublicRoute('the way to the identity provider of an organisation')
  @ApiOperation({ summary: 'Where to sign in at one’s own organisation' })
  @ApiOkResponse({ type: ProviderAddress })
  beginAtOrganisation(
    @Body() body: OrganisationSignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderAddress> {
    return this.ways.begin(body, request, reply);
  }

  @Post('organisation/return')
  @HttpCode(200)
  @PublicRoute('the way back from it, with what it gave')
  @ApiOperation({ summary: 'Sign in with what the identity provider of the organisation gave' })
  @ApiOkResponse({ type: OrganisationSignInAnswer })
  returnFromOrganisation(
    @Body() body: ReturnFromProvider,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganisationSignInAnswer> {
    return this.signIn.finish(body, request, reply);
  }

  @Post('step-up/organisation')
  @HttpCode(200)
  @SigningInRoute()
  @ApiOperation({ summary: 'Where to sign in again at the organisation, for what needs a fresh second factor' })
  @ApiOkResponse({ type: ProviderAddress })
  stepUpAtOrganisation(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderAddress> {
    return this.ways.beginStepUp(request, reply);
  }
}
