import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { DecideDestructions } from './decide-destructions.service.ts';
import {
  DecideDestruction,
  DestructionLetter,
  DestructionList,
  DestructionRequest,
  RegisterDestruction,
} from './destruction.dto.ts';
import { DestructionLetters } from './destruction-letters.service.ts';
import { Destructions } from './destructions.service.ts';

@ApiTags('destructions')
@Controller()
export class DestructionsController {
  constructor(
    private readonly destructions: Destructions,
    private readonly decisions: DecideDestructions,
    private readonly letters: DestructionLetters,
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
  @ApiOperation({
    summary:
      'Destroy the record or parts of it, which a job does at once and for good, or refuse; with the reason for what stays',
  })
  @ApiOkResponse({ type: DestructionRequest })
  decideDestruction(@Param('id') id: string, @Body() body: DecideDestruction): Promise<DestructionRequest> {
    return this.decisions.decide(id, body);
  }

  @Post('destruction-requests/:id/letter')
  @Permits('DESTRUCTION.CREATE', 'DESTRUCTION.FINALISE')
  @ApiOperation({ summary: 'Print the letter that tells the client what was decided, what stays and why' })
  @ApiCreatedResponse({ type: DestructionLetter })
  printDestructionLetter(@Param('id') id: string): Promise<DestructionLetter> {
    return this.letters.print(id);
  }
}
