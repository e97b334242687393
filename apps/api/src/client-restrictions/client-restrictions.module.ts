import { Module } from '@nestjs/common';
import { ClientRestrictionsController } from './client-restrictions.controller.ts';
import { ClientRestrictions } from './client-restrictions.service.ts';

@Module({ controllers: [ClientRestrictionsController], providers: [ClientRestrictions], exports: [ClientRestrictions] })
export class ClientRestrictionsModule {}
