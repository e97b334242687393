import { Module } from '@nestjs/common';
import { ProfilesController } from './profiles.controller.ts';
import { Profiles } from './profiles.service.ts';

@Module({ controllers: [ProfilesController], providers: [Profiles], exports: [Profiles] })
export class ProfilesModule {}
