import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import { EndRound } from './end-round.service.ts';
import { InviteClients } from './invite-clients.service.ts';
import {
  CancelRound, CandidateList, CandidateQuery, CreateRound, InvitedCounts, RoundList, RoundView, UpdateRound,
} from './screening-round.dto.ts'; // prettier-ignore
import { ScreeningRounds } from './screening-rounds.service.ts';

@ApiTags('screening-rounds')
@Controller('screening-rounds')
export class ScreeningRoundsController {
  constructor(
    private readonly rounds: ScreeningRounds,
    private readonly inviting: InviteClients,
    private readonly ending: EndRound,
  ) {}

  @Post()
  @Permits('SCREENING.CREATE')
  @ApiOperation({ summary: 'Make a round; nobody is invited yet' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: RoundView })
  createRound(@Body() body: CreateRound): Promise<RoundView> {
    return this.rounds.create(body);
  }

  @Get()
  @Permits('SCREENING.READ')
  @ApiOperation({ summary: 'All rounds, newest first' })
  @ApiOkResponse({ type: RoundList })
  listRounds(@Query() page: PageQuery): Promise<RoundList> {
    return this.rounds.list(page);
  }

  @Get(':id')
  @Permits('SCREENING.READ')
  @ApiOperation({ summary: 'One round with its funnel' })
  @ApiOkResponse({ type: RoundView })
  getRound(@Param('id') id: string): Promise<RoundView> {
    return this.rounds.get(id);
  }

  @Patch(':id')
  @Permits('SCREENING.UPDATE')
  @ApiOperation({ summary: 'Change the name or the days of a round that is not over' })
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiOkResponse({ type: RoundView })
  updateRound(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: UpdateRound,
  ): Promise<RoundView> {
    return this.rounds.update(id, ifMatch, body);
  }

  @Get(':id/candidates')
  @Permits('SCREENING.READ')
  @ApiOperation({ summary: 'Who is invited, and who is not and why' })
  @ApiOkResponse({ type: CandidateList })
  listCandidates(@Param('id') id: string, @Query() query: CandidateQuery): Promise<CandidateList> {
    return this.rounds.candidates(id, query);
  }

  @Post(':id/invitations')
  @Permits('SCREENING.CREATE')
  @ApiOperation({ summary: 'Invite every eligible client who is not invited yet' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: InvitedCounts })
  inviteClients(@Param('id') id: string): Promise<InvitedCounts> {
    return this.inviting.invite(id);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Permits('SCREENING.UPDATE')
  @ApiOperation({ summary: 'Close a round: who did not answer is not returned' })
  @ApiOkResponse({ type: RoundView })
  closeRound(@Param('id') id: string): Promise<RoundView> {
    return this.ending.close(id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Permits('SCREENING.FINALISE')
  @ApiOperation({ summary: 'Cancel a round that nobody answered' })
  @ApiOkResponse({ type: RoundView })
  cancelRound(@Param('id') id: string, @Body() body: CancelRound): Promise<RoundView> {
    return this.ending.cancel(id, body);
  }
}
