import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicRoute } from '../access/permission.ts';
import { DemoSignIn } from './demo-sign-in.ts';
import { SessionView } from './session.dto.ts';
import { DemoSignIn as DemoSignInBody } from './sign-in.dto.ts';

/** Part of the app in demo mode only. */
@ApiTags('session')
@Controller('session')
export class DemoSignInController {
  constructor(private readonly demo: DemoSignIn) {}

  @Post('demo')
  @HttpCode(200)
  @PublicRoute('demo mode only: a two-factor session for one of the made-up people')
  @ApiOperation({ summary: 'Sign in as a made-up person of a demo practice; elsewhere than in demo mode this is 404' })
  @ApiOkResponse({ type: SessionView })
  signInAsDemoPerson(
    @Body() body: DemoSignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.demo.start(body, request, reply);
  }
}
