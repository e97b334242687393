import { Module } from '@nestjs/common';
import { ClientStatementsController } from './client-statements.controller.ts';
import { ClientStatements } from './client-statements.service.ts';

@Module({ controllers: [ClientStatementsController], providers: [ClientStatements], exports: [ClientStatements] })
export class ClientStatementsModule {}
