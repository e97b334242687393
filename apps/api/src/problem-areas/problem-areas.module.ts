import { Module } from '@nestjs/common';
import { LifeAreasController } from './life-areas.controller.ts';
import { LifeAreas } from './life-areas.service.ts';
import { ProblemAreasController } from './problem-areas.controller.ts';

@Module({
  controllers: [LifeAreasController, ProblemAreasController],
  providers: [LifeAreas],
  exports: [LifeAreas],
})
export class ProblemAreasModule {}
