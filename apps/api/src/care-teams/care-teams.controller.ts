import { Body, Controller, Get, Headers, Param, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PutCaseManager, PutTeam, TeamView } from './care-team.dto.ts';
import { ClientTeam } from './client-team.service.ts';

@ApiTags('care-teams')
@Controller('clients/:id')
export class CareTeamsController {
  constructor(private readonly team: ClientTeam) {}

  @Get('team')
  @Permits('TEAM.READ')
  @ApiOperation({ summary: 'Who takes part in the care of a client, since when and why, and who did before' })
  @ApiOkResponse({ type: TeamView })
  getTeam(@Param('id') clientId: string): Promise<TeamView> {
    return this.team.get(clientId);
  }

  @Put('team')
  @Permits('TEAM.UPDATE')
  @ApiOperation({ summary: 'Say who takes part beside GP and case manager; an ouderenadviseur needs consent first' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: TeamView })
  putTeam(
    @Param('id') clientId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: PutTeam,
  ): Promise<TeamView> {
    return this.team.put(clientId, ifMatch, body);
  }

  @Put('case-manager')
  @Permits('CASE_MANAGER.UPDATE')
  @ApiOperation({
    summary: 'Name the case manager, or end the case management; an ouderenadviseur needs consent first',
  })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: TeamView })
  putCaseManager(
    @Param('id') clientId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: PutCaseManager,
  ): Promise<TeamView> {
    return this.team.nameCaseManager(clientId, ifMatch, body);
  }
}
