import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CareFactsModule } from '../care-facts/care-facts.module.ts';
import { CareTeamsModule } from '../care-teams/care-teams.module.ts';
import { ConsentsModule } from '../consents/consents.module.ts';
import { ScreeningRoundsModule } from '../screening-rounds/screening-rounds.module.ts';
import { BsnVault } from './bsn-vault.ts';
import { BulkWriteClients } from './bulk-write-clients.service.ts';
import { ClientDuplicates } from './client-duplicates.ts';
import { ClientRegister } from './client-register.service.ts';
import { ClientEntity } from './client.entity.ts';
import { ClientsController } from './clients.controller.ts';
import { Clients } from './clients.service.ts';
import { ContactPersonsController } from './contact-persons.controller.ts';
import { ContactPersons } from './contact-persons.service.ts';
import { SearchClients } from './search-clients.service.ts';

@Module({
  imports: [
    TypeOrmModule.forFeature([ClientEntity]),
    CareFactsModule,
    CareTeamsModule,
    ConsentsModule,
    ScreeningRoundsModule,
  ],
  controllers: [ClientsController, ContactPersonsController],
  providers: [BsnVault, BulkWriteClients, ClientRegister, ClientDuplicates, Clients, ContactPersons, SearchClients],
  exports: [BulkWriteClients, ClientRegister, Clients, ContactPersons, SearchClients],
})
export class ClientsModule {}
