import { Module } from '@nestjs/common';
import { AgendaBuilder } from './agenda/agenda-builder.service.ts';
import { MeetingParts } from './meeting-parts.ts';

@Module({ providers: [AgendaBuilder, MeetingParts] })
export class MeetingsModule {}
