import { Body, Controller, Get, Headers, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { NetworkOrganisations } from './network-organisations.service.ts';
import { NetworkOrganisation, NewOrganisationBody, OrganisationChange, OrganisationList } from './organisation.dto.ts';
import { Organisations } from './organisations.service.ts';

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationsController {
  constructor(
    private readonly organisations: Organisations,
    private readonly network: NetworkOrganisations,
  ) {}

  @Get()
  @Permits('COLLEAGUES.READ')
  @ApiOperation({ summary: 'Colleagues and organisations: name, role, phone' })
  @ApiOkResponse({ type: OrganisationList })
  listOrganisations(): Promise<OrganisationList> {
    return this.organisations.list();
  }

  @Post()
  @Permits('USERS.CREATE')
  @ApiOperation({ summary: 'Add an organisation to the practice network; needs a fresh second factor' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: NetworkOrganisation })
  addOrganisation(@Body() body: NewOrganisationBody): Promise<NetworkOrganisation> {
    return this.network.add(body);
  }

  @Patch(':id')
  @Permits('USERS.UPDATE')
  @ApiOperation({ summary: 'Change name or phone of an organisation; needs a fresh second factor' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: NetworkOrganisation })
  changeOrganisation(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: OrganisationChange,
  ): Promise<NetworkOrganisation> {
    return this.network.change(id, ifMatch, body);
  }
}
