import { Module } from '@nestjs/common';
import { CarePlanningTalksController } from './care-planning-talks.controller.ts';
import { CarePlanningTalks } from './care-planning-talks.service.ts';
import { DirectivesController } from './directives.controller.ts';
import { Directives } from './directives.service.ts';
import { TreatmentPlanParts } from './treatment-plan-parts.ts';
import { TreatmentPlansController } from './treatment-plans.controller.ts';
import { TreatmentPlans } from './treatment-plans.service.ts';

@Module({
  controllers: [CarePlanningTalksController, DirectivesController, TreatmentPlansController],
  providers: [CarePlanningTalks, Directives, TreatmentPlanParts, TreatmentPlans],
  exports: [CarePlanningTalks, Directives, TreatmentPlans],
})
export class TreatmentPlansModule {}
