import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicRoute, SigningInRoute } from '../access/permission.ts';
import { PasskeySignIn } from './passkey-sign-in.ts';
import { PasskeyStepUp } from './passkey-step-up.ts';
import { PasskeyRequestOptions, PasskeyUse } from './passkey.dto.ts';
import { SessionView } from './session.dto.ts';
import { SecondFactorAnswer } from './sign-in.dto.ts';

@ApiTags('session')
@Controller('session')
export class SessionPasskeyController {
  constructor(
    private readonly signIn: PasskeySignIn,
    private readonly stepUp: PasskeyStepUp,
  ) {}

  @Post('passkey/options')
  @HttpCode(200)
  @PublicRoute('a challenge to sign in with; the same for everybody')
  @ApiOperation({ summary: 'What the browser needs to sign in with a passkey' })
  @ApiOkResponse({ type: PasskeyRequestOptions })
  offerSignIn(@Req() request: FastifyRequest): Promise<PasskeyRequestOptions> {
    return this.signIn.offer(request);
  }

  @Post('passkey')
  @HttpCode(200)
  @PublicRoute('signing in with a passkey, which counts as both factors')
  @ApiOperation({ summary: 'Sign in with a passkey; counts as both factors' })
  @ApiOkResponse({ type: SecondFactorAnswer })
  signInWithPasskey(
    @Body() { credential }: PasskeyUse,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SecondFactorAnswer> {
    return this.signIn.start(credential, request, reply);
  }

  @Post('step-up/passkey/options')
  @HttpCode(200)
  @SigningInRoute()
  @ApiOperation({ summary: 'What the browser needs to step up with one of the own passkeys' })
  @ApiOkResponse({ type: PasskeyRequestOptions })
  offerStepUp(@Req() request: FastifyRequest): Promise<PasskeyRequestOptions> {
    return this.stepUp.offer(request);
  }

  @Post('step-up/passkey')
  @HttpCode(200)
  @SigningInRoute()
  @ApiOperation({ summary: 'Use an own passkey again, for what needs a fresh second factor' })
  @ApiOkResponse({ type: SessionView })
  stepUpWithPasskey(
    @Body() { credential }: PasskeyUse,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.stepUp.pass(credential, request, reply);
  }
}
