import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import {
  ClientStatementList,
  ClientStatementView,
  RecordStatement,
  WithdrawStatement,
} from './client-statement.dto.ts';
import { ClientStatements } from './client-statements.service.ts';

@ApiTags('client-rights')
@Controller()
export class ClientStatementsController {
  constructor(private readonly statements: ClientStatements) {}

  @Get('clients/:id/statements')
  @Permits('IDENTITY.READ')
  @ApiOperation({ summary: 'What the client wants to stand in the record; withdrawn ones too' })
  @ApiOkResponse({ type: ClientStatementList })
  listStatements(@Param('id') clientId: string, @Query() page: PageQuery): Promise<ClientStatementList> {
    return this.statements.listOf(clientId, page);
  }

  @Post('clients/:id/statements')
  @Permits('DESTRUCTION.CREATE', 'DESTRUCTION.FINALISE')
  @ApiOperation({ summary: 'Add a statement of the client to the record' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ClientStatementView })
  recordStatement(@Param('id') clientId: string, @Body() body: RecordStatement): Promise<ClientStatementView> {
    return this.statements.record(clientId, body);
  }

  @Post('statements/:id/withdraw')
  @HttpCode(200)
  @Permits('DESTRUCTION.CREATE', 'DESTRUCTION.FINALISE')
  @ApiOperation({ summary: 'The client takes a statement back; it stays, marked as withdrawn' })
  @ApiOkResponse({ type: ClientStatementView })
  withdrawStatement(@Param('id') id: string, @Body() body: WithdrawStatement): Promise<ClientStatementView> {
    return this.statements.withdraw(id, body);
  }
}
