import { Module } from '@nestjs/common';
import { TimelineController } from './timeline.controller.ts';
import { Timeline } from './timeline.service.ts';

@Module({ controllers: [TimelineController], providers: [Timeline] })
export class TimelineModule {}
