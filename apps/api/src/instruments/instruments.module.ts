import { Module } from '@nestjs/common';
import { InstrumentsController } from './instruments.controller.ts';
import { Instruments } from './instruments.service.ts';

@Module({ controllers: [InstrumentsController], providers: [Instruments], exports: [Instruments] })
export class InstrumentsModule {}
