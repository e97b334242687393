import { Body, Controller, Get, Headers, Param, Put, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { RecordVersionList } from '../platform/client-documents/record-versions.ts';
import { PageQuery } from '../platform/http/page.ts';
import { NetworkView, SaveNetwork } from './network.dto.ts';
import { Networks } from './networks.service.ts';

@ApiTags('networks')
@Controller('clients/:id/network')
export class NetworksController {
  constructor(private readonly networks: Networks) {}

  @Get()
  @Permits('CARE_PLAN.READ')
  @ApiOperation({ summary: 'The people around a client; version 0 while nobody drew them' })
  @ApiOkResponse({ type: NetworkView })
  getNetwork(@Param('id') clientId: string): Promise<NetworkView> {
    return this.networks.get(clientId);
  }

  @Put()
  @Permits('CARE_PLAN.UPDATE')
  @ApiOperation({ summary: 'Save the whole network; every version stays readable' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: NetworkView })
  saveNetwork(
    @Param('id') clientId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SaveNetwork,
  ): Promise<NetworkView> {
    return this.networks.put(clientId, ifMatch, body);
  }

  @Get('versions')
  @Permits('CARE_PLAN.READ')
  @ApiOperation({ summary: 'Every version of the network, newest first' })
  @ApiOkResponse({ type: RecordVersionList })
  listNetworkVersions(@Param('id') clientId: string, @Query() page: PageQuery): Promise<RecordVersionList> {
    return this.networks.listVersions(clientId, page);
  }
}
