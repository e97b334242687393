import { Module } from '@nestjs/common';
import { InstrumentsModule } from '../instruments/instruments.module.ts';
import { OrganisationsController } from './organisations.controller.ts';
import { Organisations } from './organisations.service.ts';
import { PracticeSetup } from './practice-setup.service.ts';

@Module({
  imports: [InstrumentsModule],
  controllers: [OrganisationsController],
  providers: [Organisations, PracticeSetup],
  exports: [Organisations, PracticeSetup],
})
export class OrganisationsModule {}
