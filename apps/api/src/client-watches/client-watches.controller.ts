import { Body, Controller, Get, Headers, Param, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { ClientWatchView, PutClientWatch } from './client-watch.dto.ts';
import { ClientWatches } from './client-watches.service.ts';

@ApiTags('clients')
@Controller('clients/:id/watch')
export class ClientWatchesController {
  constructor(private readonly watches: ClientWatches) {}

  @Get()
  @Permits('IDENTITY.UPDATE')
  @ApiOperation({ summary: 'Whether visits to this record from outside the team are all looked at' })
  @ApiOkResponse({ type: ClientWatchView })
  getClientWatch(@Param('id') clientId: string): Promise<ClientWatchView> {
    return this.watches.get(clientId);
  }

  @Put()
  @Permits('IDENTITY.UPDATE')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOperation({ summary: 'Ask for that, or end it; earlier periods stay' })
  @ApiOkResponse({ type: ClientWatchView })
  putClientWatch(
    @Param('id') clientId: string,
    @Body() body: PutClientWatch,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<ClientWatchView> {
    return this.watches.put(clientId, ifMatch, body);
  }
}
