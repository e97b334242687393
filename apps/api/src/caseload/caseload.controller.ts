import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ClientSearch } from '../clients/search-clients.service.ts';
import { Permits } from '../platform/access/permission.ts';
import { CaseloadPage, CaseloadSizes, DueOfClient } from './caseload.dto.ts';
import { Caseload } from './caseload.service.ts';

@ApiTags('caseload')
@Controller()
export class CaseloadController {
  constructor(private readonly caseload: Caseload) {}

  @Post('caseload/search')
  @HttpCode(200)
  @Permits('CLIENT_LIST.READ')
  @ApiOperation({
    summary: 'Own clients, or those of the case managers named in the filter, with what is due for each',
  })
  @ApiOkResponse({ type: CaseloadPage })
  searchCaseload(@Body() body: ClientSearch): Promise<CaseloadPage> {
    return this.caseload.search(body);
  }

  @Get('clients/:id/due')
  @Permits('TIMELINE.READ')
  @ApiOperation({ summary: 'What is due for one client' })
  @ApiOkResponse({ type: DueOfClient })
  getDueOfClient(@Param('id') clientId: string): Promise<DueOfClient> {
    return this.caseload.ofClient(clientId);
  }

  @Get('caseload/sizes')
  @Permits('CLIENT_LIST.READ')
  @ApiOperation({ summary: 'How many clients each case manager has; who sees only her own is told of herself' })
  @ApiOkResponse({ type: CaseloadSizes })
  getCaseloadSizes(): Promise<CaseloadSizes> {
    return this.caseload.sizes();
  }
}
