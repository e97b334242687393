import { Module } from '@nestjs/common';
import { InstrumentsModule } from '../instruments/instruments.module.ts';
import { OrganisationsController } from './organisations.controller.ts';
import { NetworkOrganisations } from './network-organisations.service.ts';
import { Organisations } from './organisations.service.ts';
import { PracticeSetup } from './practice-setup.service.ts';

@Module({
  imports: [InstrumentsModule],
  controllers: [OrganisationsController],
  providers: [NetworkOrganisations, Organisations, PracticeSetup],
  exports: [NetworkOrganisations, Organisations, PracticeSetup],
})
export class OrganisationsModule {}
