import { Module } from '@nestjs/common';
import { VisitsController } from './visits.controller.ts';
import { Visits } from './visits.service.ts';

@Module({ controllers: [VisitsController], providers: [Visits] })
export class VisitsModule {}
