import { Module } from '@nestjs/common';
import { ConsentsModule } from '../consents/consents.module.ts';
import { AccessExplanationsController } from './access-explanations.controller.ts';
import { AccessExplanations } from './access-explanations.service.ts';

@Module({ imports: [ConsentsModule], controllers: [AccessExplanationsController], providers: [AccessExplanations] })
export class AccessExplanationsModule {}
