import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permits, PublicRoute, SigningInRoute } from '../access/permission.ts';
import { MembershipChooser } from './membership-chooser.ts';
import { OwnAccount } from './own-account.ts';
import { PasswordSignIn } from './password-sign-in.ts';
import { MembershipChoice, MembershipList, OwnSessionList, SessionView } from './session.dto.ts';
import { SessionStore } from './session-store.ts';
import {
  PasswordSignInAnswer,
  PasswordSignIn as PasswordSignInBody,
  SecondFactorAnswer,
  SecondFactorCode,
  StepUp,
} from './sign-in.dto.ts';
import { SignIn } from './sign-in.service.ts';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: SessionStore,
    private readonly password: PasswordSignIn,
    private readonly signIn: SignIn,
    private readonly memberships: MembershipChooser,
    private readonly account: OwnAccount,
  ) {}

  @Get()
  @Permits('OWN_ACCOUNT.READ')
  @ApiOperation({ summary: 'Who is signed in, and in which practice and role' })
  @ApiOkResponse({ type: SessionView })
  getSession(@Req() request: FastifyRequest): SessionView {
    return this.signIn.view(request);
  }

  @Post()
  @HttpCode(200)
  @PublicRoute('the first step of signing in')
  @ApiOperation({ summary: 'Sign in with e-mail and password; the second factor follows' })
  @ApiOkResponse({ type: PasswordSignInAnswer })
  signInWithPassword(
    @Body() body: PasswordSignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PasswordSignInAnswer> {
    return this.password.start(body, request, reply);
  }

  @Post('second-factor')
  @HttpCode(200)
  @SigningInRoute()
  @ApiOperation({ summary: 'Give the second factor; the first time this confirms it and answers the recovery codes' })
  @ApiOkResponse({ type: SecondFactorAnswer })
  confirmSecondFactor(
    @Body() { code }: SecondFactorCode,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SecondFactorAnswer> {
    return this.signIn.confirm(code, request, reply);
  }

  @Post('step-up')
  @HttpCode(200)
  @SigningInRoute()
  @ApiOperation({ summary: 'Give the second factor again, for what needs a fresh one' })
  @ApiOkResponse({ type: SessionView })
  stepUp(
    @Body() { code }: StepUp,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.signIn.stepUp(code, request, reply);
  }

  @Get('memberships')
  @SigningInRoute()
  @ApiOperation({ summary: 'The roles and practices one may choose from' })
  @ApiOkResponse({ type: MembershipList })
  async listMemberships(@Req() request: FastifyRequest): Promise<MembershipList> {
    return { items: await this.memberships.list(request) };
  }

  @Post('membership')
  @HttpCode(200)
  @SigningInRoute()
  @ApiOperation({ summary: 'Choose the role and practice to work in' })
  @ApiOkResponse({ type: SessionView })
  chooseMembership(
    @Body() { membershipId }: MembershipChoice,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.memberships.choose(membershipId, request, reply);
  }

  @Get('list')
  @Permits('OWN_ACCOUNT.READ')
  @ApiOperation({ summary: 'Where one is signed in' })
  @ApiOkResponse({ type: OwnSessionList })
  async listSessions(@Req() request: FastifyRequest): Promise<OwnSessionList> {
    return { items: await this.account.listSessions(request) };
  }

  @Delete()
  @HttpCode(204)
  @SigningInRoute()
  @ApiOperation({ summary: 'Sign out here, or everywhere with ?everywhere=true' })
  @ApiQuery({ name: 'everywhere', required: false, type: Boolean })
  @ApiNoContentResponse()
  signOut(
    @Query('everywhere') everywhere: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.sessions.end(request, reply, everywhere === 'true');
  }

  @Delete(':id')
  @HttpCode(204)
  @Permits('OWN_ACCOUNT.UPDATE')
  @ApiOperation({ summary: 'Sign out one of the own sessions' })
  @ApiNoContentResponse()
  endSession(@Param('id') id: string, @Req() request: FastifyRequest): Promise<void> {
    return this.account.endSession(id, request);
  }
}
