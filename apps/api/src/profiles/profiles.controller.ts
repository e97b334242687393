import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import { AssignProfile, ProfileEntry, ProfileHistory } from './profile.dto.ts';
import { Profiles } from './profiles.service.ts';

@ApiTags('profiles')
@Controller('clients/:id/profiles')
export class ProfilesController {
  constructor(private readonly profiles: Profiles) {}

  @Get()
  @Permits('RISK_PROFILE.READ')
  @ApiOperation({ summary: 'History of proposed and assigned profiles, newest first' })
  @ApiOkResponse({ type: ProfileHistory })
  listProfiles(@Param('id') clientId: string, @Query() page: PageQuery): Promise<ProfileHistory> {
    return this.profiles.historyOf(clientId, page);
  }

  @Post()
  @Permits('RISK_PROFILE.FINALISE')
  @ApiOperation({ summary: 'Assign a profile; nothing is overwritten' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ProfileEntry })
  assignProfile(@Param('id') clientId: string, @Body() body: AssignProfile): Promise<ProfileEntry> {
    return this.profiles.assign(clientId, body);
  }
}
