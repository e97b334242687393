import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { AnswerHandover } from './answer-handover.service.ts';
import { HandoverSummaries } from './care-summaries.service.ts';
import {
  CareSummaries,
  CaseloadToHandOver,
  DeclineHandover,
  HandoverList,
  HandoverView,
  ProposeHandovers,
} from './handover.dto.ts';
import { Handovers } from './handovers.service.ts';
import { ProposeHandover } from './propose-handover.service.ts';

@ApiTags('handovers')
@Controller()
export class HandoversController {
  constructor(
    private readonly handovers: Handovers,
    private readonly proposing: ProposeHandover,
    private readonly answering: AnswerHandover,
    private readonly summaries: HandoverSummaries,
  ) {}

  @Get('caseload/handovers')
  @Permits('CASE_MANAGER.READ')
  @ApiOperation({
    summary: 'Hand-overs to and from the asker, and those of clients she may see that are open or running',
  })
  @ApiOkResponse({ type: HandoverList })
  listHandovers(): Promise<HandoverList> {
    return this.handovers.list();
  }

  @Post('caseload/handovers')
  @Permits('CASE_MANAGER.CREATE')
  @ApiOperation({ summary: 'Propose to hand over one client or a whole caseload, all or nothing' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: HandoverList })
  proposeHandovers(@Body() body: ProposeHandovers): Promise<HandoverList> {
    return this.proposing.propose(body);
  }

  @Post('caseload/handovers/drafts')
  @HttpCode(200)
  @Permits('CASE_MANAGER.CREATE')
  @ApiOperation({
    summary: 'What the receiver has to know of each client, written from the record, to be changed and sent along',
  })
  @ApiOkResponse({ type: CareSummaries })
  draftSummaries(@Body() body: CaseloadToHandOver): Promise<CareSummaries> {
    return this.summaries.draft(body);
  }

  @Post('handovers/:id/accept')
  @Permits('CASE_MANAGER.UPDATE')
  @ApiOperation({ summary: 'Take over: case manager from the later of now and the first day' })
  @ApiCreatedResponse({ type: HandoverView })
  acceptHandover(@Param('id') id: string): Promise<HandoverView> {
    return this.answering.accept(id);
  }

  @Post('handovers/:id/decline')
  @Permits('CASE_MANAGER.UPDATE')
  @ApiOperation({ summary: 'Not take over, with the reason' })
  @ApiCreatedResponse({ type: HandoverView })
  declineHandover(@Param('id') id: string, @Body() body: DeclineHandover): Promise<HandoverView> {
    return this.answering.decline(id, body.reason);
  }

  @Post('handovers/:id/withdraw')
  @Permits('CASE_MANAGER.UPDATE')
  @ApiOperation({ summary: 'Take a proposal back that was not answered' })
  @ApiCreatedResponse({ type: HandoverView })
  withdrawHandover(@Param('id') id: string): Promise<HandoverView> {
    return this.answering.withdraw(id);
  }

  @Post('handovers/:id/end')
  @Permits('CASE_MANAGER.UPDATE')
  @ApiOperation({ summary: 'End a temporary hand-over before its last day: the giver is case manager again' })
  @ApiCreatedResponse({ type: HandoverView })
  endHandover(@Param('id') id: string): Promise<HandoverView> {
    return this.answering.end(id);
  }
}
