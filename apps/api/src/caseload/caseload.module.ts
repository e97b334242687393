import { Module } from '@nestjs/common';
import { CareFactsModule } from '../care-facts/care-facts.module.ts';
import { ClientsModule } from '../clients/clients.module.ts';
import { CaseloadController } from './caseload.controller.ts';
import { Caseload } from './caseload.service.ts';

@Module({ imports: [CareFactsModule, ClientsModule], controllers: [CaseloadController], providers: [Caseload] })
export class CaseloadModule {}
