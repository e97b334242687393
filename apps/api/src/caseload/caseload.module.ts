import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module.ts';
import { CaseloadController } from './caseload.controller.ts';
import { Caseload } from './caseload.service.ts';

@Module({ imports: [ClientsModule], controllers: [CaseloadController], providers: [Caseload] })
export class CaseloadModule {}
