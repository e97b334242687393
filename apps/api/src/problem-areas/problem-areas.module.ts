import { Module } from '@nestjs/common';
import { ProblemAreasController } from './problem-areas.controller.ts';

@Module({ controllers: [ProblemAreasController] })
export class ProblemAreasModule {}
