import { Module } from '@nestjs/common';
import { MeetingParts } from './meeting-parts.ts';

@Module({ providers: [MeetingParts] })
export class MeetingsModule {}
