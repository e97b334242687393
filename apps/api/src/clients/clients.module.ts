import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CareTeamsModule } from '../care-teams/care-teams.module.ts';
import { BsnVault } from './bsn-vault.ts';
import { ClientDuplicates } from './client-duplicates.ts';
import { ClientEntity } from './client.entity.ts';
import { ClientsController } from './clients.controller.ts';
import { Clients } from './clients.service.ts';
import { SearchClients } from './search-clients.ts';

@Module({
  imports: [TypeOrmModule.forFeature([ClientEntity]), CareTeamsModule],
  controllers: [ClientsController],
  providers: [BsnVault, ClientDuplicates, Clients, SearchClients],
  exports: [Clients],
})
export class ClientsModule {}
