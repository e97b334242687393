import { Module } from '@nestjs/common';
import { LetterheadsController } from './letterheads.controller.ts';
import { Letterheads } from './letterheads.service.ts';

@Module({ controllers: [LetterheadsController], providers: [Letterheads], exports: [Letterheads] })
export class LetterheadsModule {}
