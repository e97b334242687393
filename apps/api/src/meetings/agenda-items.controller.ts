import { Body, Controller, Get, Headers, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { AgendaCardView } from './agenda-card.dto.ts';
import { AgendaCards } from './agenda-card.service.ts';
import { AddAgendaItem, AddToAgenda, AgendaItemView, ChangeAgendaItem } from './agenda-item.dto.ts';
import { AgendaItems } from './agenda-items.service.ts';

@ApiTags('meetings')
@Controller()
export class AgendaItemsController {
  constructor(
    private readonly items: AgendaItems,
    private readonly cards: AgendaCards,
  ) {}

  @Post('meetings/:id/agenda-items')
  @Permits('MEETING.CREATE')
  @ApiOperation({
    summary: 'Bring a client in with one question; who has a line already gets the question beside its reasons',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: AgendaItemView })
  addAgendaItem(@Param('id') meetingId: string, @Body() body: AddAgendaItem): Promise<AgendaItemView> {
    return this.items.add(meetingId, body);
  }

  @Post('clients/:id/agenda-items')
  @Permits('MEETING.CREATE')
  @ApiOperation({ summary: 'Bring a client in on the next meeting that is being prepared' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: AgendaItemView })
  addToNextAgenda(@Param('id') clientId: string, @Body() body: AddToAgenda): Promise<AgendaItemView> {
    return this.items.addToNext(clientId, body);
  }

  @Get('agenda-items/:id/card')
  @Permits('MEETING.READ')
  @ApiOperation({
    summary:
      'What changed and the plan on a page, beside the line of one client, as far as it is shared with the asker',
  })
  @ApiOkResponse({ type: AgendaCardView })
  getAgendaCard(@Param('id') id: string): Promise<AgendaCardView> {
    return this.cards.get(id);
  }

  @Patch('agenda-items/:id')
  @Permits('MEETING.UPDATE')
  @ApiOperation({
    summary:
      'Question, presenter, agreement of the client, outcome and who tells her; or take back what somebody brought in',
  })
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiOkResponse({ type: AgendaItemView })
  changeAgendaItem(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ChangeAgendaItem,
  ): Promise<AgendaItemView> {
    return this.items.change(id, ifMatch, body);
  }
}
