import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { AccessExplanation } from './access-explanation.dto.ts';
import { AccessExplanations } from './access-explanations.service.ts';

@ApiTags('access-explanations')
@Controller('clients/:id/access-explanation')
export class AccessExplanationsController {
  constructor(private readonly explanations: AccessExplanations) {}

  @Get()
  @Permits('ACCESS_EXPLANATION.READ')
  @ApiOperation({ summary: 'Who can see what of a client now, and by which rule; who cannot, and why not' })
  @ApiOkResponse({ type: AccessExplanation })
  explainAccess(@Param('id') clientId: string): Promise<AccessExplanation> {
    return this.explanations.explain(clientId);
  }
}
