import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { OrganisationList } from './organisation.dto.ts';
import { Organisations } from './organisations.service.ts';

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: Organisations) {}

  @Get()
  @Permits('COLLEAGUES.READ')
  @ApiOperation({ summary: 'Colleagues and organisations: name, role, phone' })
  @ApiOkResponse({ type: OrganisationList })
  listOrganisations(): Promise<OrganisationList> {
    return this.organisations.list();
  }
}
