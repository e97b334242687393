import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.ts';
import { SignalRecorder } from './record-signal.service.ts';
import { SignalParts } from './signal-parts.ts';
import { SignalRules } from './signal-rules.service.ts';
import { SignalSteps } from './signal-steps.service.ts';
import { SignalsController } from './signals.controller.ts';
import { Signals } from './signals.service.ts';

@Module({
  imports: [ActionsModule],
  controllers: [SignalsController],
  providers: [Signals, SignalRecorder, SignalSteps, SignalRules, SignalParts],
  exports: [Signals, SignalRecorder, SignalSteps],
})
export class SignalsModule {}
