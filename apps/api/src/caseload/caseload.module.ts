import { Module } from '@nestjs/common';
import { CareFactsModule } from '../care-facts/care-facts.module.ts';
import { ClientsModule } from '../clients/clients.module.ts';
import { CaseloadController } from './caseload.controller.ts';
import { SavedViewsController } from './saved-views.controller.ts';
import { SavedViews } from './saved-views.service.ts';
import { Caseload } from './caseload.service.ts';

@Module({
  imports: [CareFactsModule, ClientsModule],
  controllers: [CaseloadController, SavedViewsController],
  providers: [Caseload, SavedViews],
})
export class CaseloadModule {}
