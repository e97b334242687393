import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { DecideDestructions } from './decide-destructions.service.ts';
import { DecideDestruction, DestructionList, DestructionRequest, RegisterDestruction } from './destruction.dto.ts';
import { Destructions } from './destructions.service.ts';

@ApiTags('destructions')
@Controller()
export class DestructionsController {
  constructor(
    private readonly destructions: Destructions,
    private readonly decisions: DecideDestructions,
  ) {}

  @Post('clients/:id/destruction-requests')
  @Permits('DESTRUCTION.CREATE', 'DESTRUCTION.FINALISE')
  @ApiOperation({ summary: 'Register that the client or a representative asks to destroy the record' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: DestructionRequest })
  registerDestruction(@Param('id') clientId: string, @Body() body: RegisterDestruction): Promise<DestructionRequest> {
    return this.destructions.register(clientId, body);
  }

  @Get('destruction-requests')
  @Permits('DESTRUCTION.CREATE', 'DESTRUCTION.FINALISE', 'DESTRUCTION.READ')
  @ApiOperation({ summary: 'Requests for destruction with the day they are due, and the ledger of what was destroyed' })
  @ApiOkResponse({ type: DestructionList })
  listDestructions(): Promise<DestructionList> {
    return this.destructions.list();
  }

  @Post('destruction-requests/:id/decision')
  @HttpCode(200)
  @Permits('DESTRUCTION.FINALISE')
  @ApiOperation({ summary: 'Destroy the record, which a job does at once and for good, or refuse with the reason' })
  @ApiOkResponse({ type: DestructionRequest })
  decideDestruction(@Param('id') id: string, @Body() body: DecideDestruction): Promise<DestructionRequest> {
    return this.decisions.decide(id, body);
  }
}
