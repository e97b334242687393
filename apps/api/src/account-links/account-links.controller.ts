import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PublicRoute, SigningInRoute } from '../platform/access/permission.ts';
import {
  AccountLinkPassword,
  AccountLinkToken,
  AccountLinkView,
  JoinedView,
  PasswordChosen,
  RoleConfirmed,
} from './account-link.dto.ts';
import { AccountLinks } from './account-links.service.ts';
import { JoinByLink } from './join-by-link.service.ts';

@ApiTags('account-links')
@Controller('account-links')
export class AccountLinksController {
  constructor(
    private readonly links: AccountLinks,
    private readonly joining: JoinByLink,
  ) {}

  @Post('view')
  @HttpCode(200)
  @PublicRoute('the holder of a one-time link has no account yet')
  @ApiOperation({ summary: 'What a one-time link is for' })
  @ApiOkResponse({ type: AccountLinkView })
  viewLink(@Body() { token }: AccountLinkToken, @Req() request: FastifyRequest): Promise<AccountLinkView> {
    return this.links.view(token, request);
  }

  @Post('password')
  @HttpCode(200)
  @PublicRoute('the holder of a one-time link has no password yet')
  @ApiOperation({ summary: 'Choose a password by a one-time link; signing in and the second factor follow' })
  @ApiOkResponse({ type: PasswordChosen })
  choosePassword(@Body() body: AccountLinkPassword, @Req() request: FastifyRequest): Promise<PasswordChosen> {
    return this.links.choosePassword(body, request);
  }

  @Post('confirm')
  @HttpCode(200)
  @PublicRoute('the host, with the link from the log of the server, where a practice has no second person yet')
  @ApiOperation({ summary: 'Confirm the role of a link from the log of the server' })
  @ApiOkResponse({ type: RoleConfirmed })
  confirmRole(@Body() { token }: AccountLinkToken, @Req() request: FastifyRequest): Promise<RoleConfirmed> {
    return this.links.confirm(token, request);
  }

  @Post('join')
  @HttpCode(200)
  @SigningInRoute()
  @ApiOperation({ summary: 'Take the membership one is invited to with the account one has signed in with' })
  @ApiOkResponse({ type: JoinedView })
  joinByLink(@Body() { token }: AccountLinkToken, @Req() request: FastifyRequest): Promise<JoinedView> {
    return this.joining.join(token, request);
  }
}
