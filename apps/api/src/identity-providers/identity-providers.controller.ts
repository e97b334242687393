import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Permits, WithoutTransaction } from '../platform/access/permission.ts';
import {
  IdentityProviderChange,
  IdentityProviderList,
  IdentityProviderView,
  NewIdentityProvider,
  ProviderTest,
} from './identity-provider.dto.ts';
import { IdentityProviders } from './identity-providers.service.ts';

@ApiTags('identity-providers')
@Controller('identity-providers')
export class IdentityProvidersController {
  constructor(private readonly providers: IdentityProviders) {}

  @Get()
  @Permits('USERS.READ')
  @ApiOperation({ summary: 'Where people of the organisations sign in, and who does' })
  @ApiOkResponse({ type: IdentityProviderList })
  async listIdentityProviders(): Promise<IdentityProviderList> {
    return { items: await this.providers.list() };
  }

  @Post()
  @Permits('USERS.CREATE')
  @ApiOperation({ summary: 'Add the identity provider of an organisation; it is off at first' })
  @ApiCreatedResponse({ type: IdentityProviderView })
  addIdentityProvider(@Body() body: NewIdentityProvider): Promise<IdentityProviderView> {
    return this.providers.add(body);
  }

  @Patch(':id')
  @Permits('USERS.UPDATE')
  @ApiOperation({ summary: 'Change it, switch it on or off; who signed in through it signs in again' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: IdentityProviderView })
  changeIdentityProvider(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: IdentityProviderChange,
  ): Promise<IdentityProviderView> {
    return this.providers.change(id, ifMatch, body);
  }

  @Post(':id/test')
  @HttpCode(200)
  @Permits('USERS.UPDATE')
  @WithoutTransaction('asks a server elsewhere')
  @ApiOperation({ summary: 'Test the connection, as far as that goes without somebody signing in' })
  @ApiOkResponse({ type: ProviderTest })
  testIdentityProvider(@Param('id') id: string, @Req() request: FastifyRequest): Promise<ProviderTest> {
    return this.providers.test(id, request);
  }

  @Delete(':id/people/:linkId')
  @Permits('USERS.UPDATE')
  @ApiOperation({ summary: 'Let a person prove anew who she is at the provider; her sessions through it end' })
  @ApiOkResponse({ type: IdentityProviderView })
  endProviderLink(@Param('id') id: string, @Param('linkId') linkId: string): Promise<IdentityProviderView> {
    return this.providers.endLink(id, linkId);
  }
}
