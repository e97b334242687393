import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import { ClientHistoryPage } from './client-history.dto.ts';
import { ClientHistory } from './client-history.service.ts';

@ApiTags('clients')
@Controller('clients/:id/history')
export class ClientHistoryController {
  constructor(private readonly history: ClientHistory) {}

  @Get()
  @Permits('IDENTITY.READ')
  @ApiOperation({ summary: 'What the data of a client were before they were corrected: who, when, why; newest first' })
  @ApiOkResponse({ type: ClientHistoryPage })
  getClientHistory(@Param('id') clientId: string, @Query() page: PageQuery): Promise<ClientHistoryPage> {
    return this.history.ofClient(clientId, page);
  }
}
