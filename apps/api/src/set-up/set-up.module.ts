import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { FirstManagers } from './first-manager.service.ts';
import { FurtherPractice } from './further-practice.service.ts';
import { SetUpController } from './set-up.controller.ts';
import { FirstPractice } from './set-up.service.ts';

@Module({
  imports: [OrganisationsModule],
  controllers: [SetUpController],
  providers: [FirstManagers, FirstPractice, FurtherPractice],
})
export class SetUpModule {}
