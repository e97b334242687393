import { Module } from '@nestjs/common';
import { SafetyNetController } from './safety-net.controller.ts';
import { SafetyNet } from './safety-net.service.ts';

@Module({ controllers: [SafetyNetController], providers: [SafetyNet] })
export class SafetyNetModule {}
