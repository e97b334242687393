import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CareTeamsModule } from '../care-teams/care-teams.module.ts';
import { BsnVault } from './bsn-vault.ts';
import { ClientDuplicates } from './client-duplicates.ts';
import { ClientEntity } from './client.entity.ts';
import { ClientsController } from './clients.controller.ts';
import { Clients } from './clients.service.ts';
import { ContactPersonsController } from './contact-persons.controller.ts';
import { ContactPersons } from './contact-persons.service.ts';
import { SearchClients } from './search-clients.ts';

@Module({
  imports: [TypeOrmModule.forFeature([ClientEntity]), CareTeamsModule],
  controllers: [ClientsController, ContactPersonsController],
  providers: [BsnVault, ClientDuplicates, Clients, ContactPersons, SearchClients],
  exports: [Clients, ContactPersons],
})
export class ClientsModule {}
