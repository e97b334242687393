import { Module } from '@nestjs/common';
import { CareFactsModule } from '../care-facts/care-facts.module.ts';
import { SafetyNetController } from './safety-net.controller.ts';
import { SafetyNet } from './safety-net.service.ts';

@Module({ imports: [CareFactsModule], controllers: [SafetyNetController], providers: [SafetyNet] })
export class SafetyNetModule {}
