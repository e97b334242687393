import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Permits, WithoutTransaction } from '../access/permission.ts';
import { OwnPasskeys } from './own-passkeys.ts';
import { NewPasskey, OwnPasskeyList, PasskeyCreationOptions } from './passkey.dto.ts';

@ApiTags('account')
@Controller('account/passkeys')
export class AccountPasskeysController {
  constructor(private readonly passkeys: OwnPasskeys) {}

  @Get()
  @Permits('OWN_ACCOUNT.READ')
  @ApiOperation({ summary: 'The own passkeys' })
  @ApiOkResponse({ type: OwnPasskeyList })
  async listPasskeys(@Req() request: FastifyRequest): Promise<OwnPasskeyList> {
    return { items: await this.passkeys.list(request) };
  }

  @Post('options')
  @HttpCode(200)
  @Permits('OWN_ACCOUNT.UPDATE')
  @ApiOperation({ summary: 'What the browser needs to make a passkey; needs a fresh second factor' })
  @ApiOkResponse({ type: PasskeyCreationOptions })
  offerPasskey(@Req() request: FastifyRequest): Promise<PasskeyCreationOptions> {
    return this.passkeys.offer(request);
  }

  @Post()
  @HttpCode(204)
  @Permits('OWN_ACCOUNT.UPDATE')
  @WithoutTransaction('a challenge stays taken, whatever comes of its answer')
  @ApiOperation({ summary: 'Add the passkey the browser made, within 5 minutes and from the same session' })
  @ApiNoContentResponse()
  addPasskey(@Body() body: NewPasskey, @Req() request: FastifyRequest): Promise<void> {
    return this.passkeys.add(body, request);
  }

  @Delete(':id')
  @HttpCode(204)
  @Permits('OWN_ACCOUNT.UPDATE')
  @ApiOperation({ summary: 'Remove one of the own passkeys; needs a fresh second factor' })
  @ApiNoContentResponse()
  removePasskey(@Param('id') id: string, @Req() request: FastifyRequest): Promise<void> {
    return this.passkeys.remove(id, request);
  }
}
