import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.ts';
import { CarePlansModule } from '../care-plans/care-plans.module.ts';
import { ClientsModule } from '../clients/clients.module.ts';
import { ContactsModule } from '../contacts/contacts.module.ts';
import { InstrumentsModule } from '../instruments/instruments.module.ts';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.ts';
import { SignalsModule } from '../signals/signals.module.ts';
import { PrintedVisits } from './print-visit.service.ts';
import { VisitFactsOf } from './visit-facts.ts';
import { VisitsController } from './visits.controller.ts';
import { Visits } from './visits.service.ts';

@Module({
  imports: [
    ActionsModule,
    CarePlansModule,
    ClientsModule,
    ContactsModule,
    InstrumentsModule,
    QuestionnairesModule,
    SignalsModule,
  ],
  controllers: [VisitsController],
  providers: [Visits, VisitFactsOf, PrintedVisits],
})
export class VisitsModule {}
