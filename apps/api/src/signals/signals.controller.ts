import { Body, Controller, Get, Headers, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import { RecordSignal, SignalList, SignalRulesView, SignalView, UpdateSignal, UpdateSignalRules } from './signal.dto.ts'; // prettier-ignore
import { SignalRules } from './signal-rules.service.ts';
import { Signals } from './signals.service.ts';

@ApiTags('signals')
@Controller()
export class SignalsController {
  constructor(
    private readonly signals: Signals,
    private readonly rules: SignalRules,
  ) {}

  @Get('clients/:id/signals')
  @Permits('CONTACTS.READ')
  @ApiOperation({ summary: 'Signals about a client; what waits for a verdict first' })
  @ApiOkResponse({ type: SignalList })
  listSignals(@Param('id') clientId: string, @Query() page: PageQuery): Promise<SignalList> {
    return this.signals.ofClient(clientId, page);
  }

  @Post('clients/:id/signals')
  @Permits('CONTACTS.CREATE')
  @ApiOperation({ summary: 'Write down a signal; the rules of the practice follow at once' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: SignalView })
  recordSignal(@Param('id') clientId: string, @Body() body: RecordSignal): Promise<SignalView> {
    return this.signals.record(clientId, body);
  }

  @Patch('signals/:id')
  @Permits('CONTACTS.UPDATE')
  @ApiOperation({
    summary: 'Give a verdict, put on or take off the agenda, close or open again, or drop the suggestion',
  })
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"' })
  @ApiOkResponse({ type: SignalView })
  updateSignal(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: UpdateSignal,
  ): Promise<SignalView> {
    return this.signals.update(id, ifMatch, body);
  }

  @Get('signal-rules')
  @Permits('PRACTICE_SETTINGS.READ')
  @ApiOperation({ summary: 'Which rules of signals this practice switched off' })
  @ApiOkResponse({ type: SignalRulesView })
  getSignalRules(): Promise<SignalRulesView> {
    return this.rules.get();
  }

  @Patch('signal-rules')
  @Permits('PRACTICE_SETTINGS.UPDATE')
  @ApiOperation({ summary: 'Switch rules of signals on or off, from the next signal on' })
  @ApiHeader({ name: 'If-Match', required: true, example: '"0"' })
  @ApiOkResponse({ type: SignalRulesView })
  updateSignalRules(
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: UpdateSignalRules,
  ): Promise<SignalRulesView> {
    return this.rules.update(ifMatch, body);
  }
}
