import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import {
  AskRestriction, ClientRestrictionList, ClientRestrictionView, DecideRestriction, LiftRestriction,
} from './client-restriction.dto.ts'; // prettier-ignore
import { ClientRestrictions } from './client-restrictions.service.ts';

@ApiTags('client-rights')
@Controller()
export class ClientRestrictionsController {
  constructor(private readonly restrictions: ClientRestrictions) {}

  @Get('clients/:id/restrictions')
  @Permits('DESTRUCTION.CREATE', 'DESTRUCTION.FINALISE')
  @ApiOperation({ summary: 'Wishes of the client to be restricted, newest first' })
  @ApiOkResponse({ type: ClientRestrictionList })
  listRestrictions(@Param('id') clientId: string, @Query() page: PageQuery): Promise<ClientRestrictionList> {
    return this.restrictions.listOf(clientId, page);
  }

  @Post('clients/:id/restrictions')
  @Permits('DESTRUCTION.CREATE', 'DESTRUCTION.FINALISE')
  @ApiOperation({ summary: 'Write down that the client wants to be restricted; the GP decides' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ClientRestrictionView })
  askRestriction(@Param('id') clientId: string, @Body() body: AskRestriction): Promise<ClientRestrictionView> {
    return this.restrictions.ask(clientId, body);
  }

  @Post('restrictions/:id/decision')
  @HttpCode(200)
  @Permits('DESTRUCTION.FINALISE')
  @ApiOperation({ summary: 'Restrict the record, or refuse with the reason' })
  @ApiOkResponse({ type: ClientRestrictionView })
  decideRestriction(@Param('id') id: string, @Body() body: DecideRestriction): Promise<ClientRestrictionView> {
    return this.restrictions.decide(id, body);
  }

  @Post('restrictions/:id/lift')
  @HttpCode(200)
  @Permits('DESTRUCTION.FINALISE')
  @ApiOperation({ summary: 'End the restriction: colleagues see the record again' })
  @ApiOkResponse({ type: ClientRestrictionView })
  liftRestriction(@Param('id') id: string, @Body() body: LiftRestriction): Promise<ClientRestrictionView> {
    return this.restrictions.lift(id, body);
  }
}
