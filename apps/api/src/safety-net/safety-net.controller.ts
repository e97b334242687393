import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { ExplainGap, GapExplanation, SafetyNetQuery, SafetyNetView } from './safety-net.dto.ts';
import { SafetyNet } from './safety-net.service.ts';

@ApiTags('safety-net')
@Controller()
export class SafetyNetController {
  constructor(private readonly safetyNet: SafetyNet) {}

  @Get('safety-net')
  @Permits('CLIENT_LIST.READ')
  @ApiOperation({ summary: 'Clients who would fall between the chairs, per gap, and what was explained' })
  @ApiOkResponse({ type: SafetyNetView })
  getSafetyNet(@Query() query: SafetyNetQuery): Promise<SafetyNetView> {
    return this.safetyNet.show(query);
  }

  @Post('clients/:id/gap-explanations')
  @Permits('CASE_MANAGER.UPDATE')
  @ApiOperation({ summary: 'Say why a gap is left as it is, and until when' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: GapExplanation })
  explainGap(@Param('id') clientId: string, @Body() body: ExplainGap): Promise<GapExplanation> {
    return this.safetyNet.explain(clientId, body);
  }
}
