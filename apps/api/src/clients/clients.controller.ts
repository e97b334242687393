import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeverKept, Permits } from '../platform/access/permission.ts';
import { BsnView, ClientPage, ClientSearch, ClientView, CreateClient, UpdateClient } from './client.dto.ts';
import { Clients } from './clients.service.ts';
import { SearchClients } from './search-clients.service.ts';

@ApiTags('clients')
@Controller('clients')
export class ClientsController {
  constructor(
    private readonly clients: Clients,
    private readonly finder: SearchClients,
  ) {}

  @Post()
  @Permits('IDENTITY.CREATE')
  @ApiOperation({ summary: 'Register a client' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ClientView })
  createClient(@Body() body: CreateClient): Promise<ClientView> {
    return this.clients.create(body);
  }

  @Post('search')
  @HttpCode(200)
  @Permits('CLIENT_LIST.READ')
  @ApiOperation({ summary: 'Find clients by name, birth date or HIS number; nothing of it stands in the address' })
  @ApiOkResponse({ type: ClientPage })
  searchClients(@Body() body: ClientSearch): Promise<ClientPage> {
    return this.finder.search(body);
  }

  @Get(':id')
  @Permits('IDENTITY.READ')
  @ApiOperation({ summary: 'One client' })
  @ApiOkResponse({ type: ClientView })
  getClient(@Param('id') id: string): Promise<ClientView> {
    return this.clients.get(id);
  }

  @Patch(':id')
  @Permits('IDENTITY.UPDATE')
  @ApiOperation({ summary: 'Change a client; what is left out stays as it is' })
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiOkResponse({ type: ClientView })
  updateClient(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: UpdateClient,
  ): Promise<ClientView> {
    return this.clients.update(id, ifMatch, body);
  }

  @Post(':id/bsn/reveal')
  @HttpCode(200)
  @Permits('BSN.READ')
  @NeverKept('a whole BSN')
  @ApiOperation({ summary: 'Show the whole BSN; the reading is logged as an act of its own' })
  @ApiOkResponse({ type: BsnView })
  revealBsn(@Param('id') id: string): Promise<BsnView> {
    return this.clients.revealBsn(id);
  }
}
