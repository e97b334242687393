import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { DecisionView, RecordDecision } from './decision.dto.ts';
import { Decisions } from './decisions.service.ts';

const KEY = { name: 'Idempotency-Key', required: false } as const;

@ApiTags('meetings')
@Controller()
export class DecisionsController {
  constructor(private readonly decisions: Decisions) {}

  @Post('agenda-items/:id/decisions')
  @Permits('MEETING.UPDATE')
  @ApiOperation({
    summary: 'Record what the team decides while the meeting runs; it is the change in the record at once',
  })
  @ApiHeader(KEY)
  @ApiCreatedResponse({ type: DecisionView })
  recordDecision(@Param('id') itemId: string, @Body() body: RecordDecision): Promise<DecisionView> {
    return this.decisions.record(itemId, body);
  }

  @Post('decisions/:id/undo')
  @HttpCode(200)
  @Permits('MEETING.UPDATE')
  @ApiOperation({ summary: 'Take a decision back; both stay visible. Answers the reversing decision' })
  @ApiHeader(KEY)
  @ApiOkResponse({ type: DecisionView })
  undoDecision(@Param('id') id: string): Promise<DecisionView> {
    return this.decisions.undo(id);
  }
}
