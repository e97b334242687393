import { Module } from '@nestjs/common';
import { ScreeningRoundsModule } from '../screening-rounds/screening-rounds.module.ts';
import { ProfilesController } from './profiles.controller.ts';
import { Profiles } from './profiles.service.ts';

@Module({
  imports: [ScreeningRoundsModule],
  controllers: [ProfilesController],
  providers: [Profiles],
  exports: [Profiles],
})
export class ProfilesModule {}
