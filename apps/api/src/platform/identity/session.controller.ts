import { Body, Controller, Delete, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permits, PublicRoute, SigningInRoute } from '../access/permission.ts';
import { DemoSignIn, SessionView } from './sign-in.dto.ts';
import { SignIn } from './sign-in.service.ts';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(private readonly signIn: SignIn) {}

  @Get()
  @Permits('OWN_ACCOUNT.READ')
  @ApiOperation({ summary: 'Who is signed in, and in which practice and role' })
  @ApiOkResponse({ type: SessionView })
  getSession(@Req() request: FastifyRequest): SessionView {
    return this.signIn.view(request);
  }

  @Post('demo')
  @HttpCode(200)
  @PublicRoute('demo mode only: a two-factor session for one of the made-up people')
  @ApiOperation({ summary: 'Sign in as a made-up person of a demo practice; elsewhere than in demo mode this is 404' })
  @ApiOkResponse({ type: SessionView })
  signInAsDemoPerson(
    @Body() body: DemoSignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.signIn.asDemoPerson(body, request, reply);
  }

  @Delete()
  @HttpCode(204)
  @SigningInRoute()
  @ApiOperation({ summary: 'Sign out here, or everywhere with ?everywhere=true' })
  @ApiNoContentResponse()
  signOut(
    @Query('everywhere') everywhere: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.signIn.end(request, reply, everywhere === 'true');
  }
}
