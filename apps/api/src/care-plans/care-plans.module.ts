import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.ts';
import { ProblemAreasModule } from '../problem-areas/problem-areas.module.ts';
import { AreaSuggestions } from './area-suggestions.service.ts';
import { CarePlansController } from './care-plans.controller.ts';
import { CarePlans } from './care-plans.service.ts';
import { EvaluatePlans } from './evaluate-plan.service.ts';
import { GoalScores } from './goal-scores.service.ts';
import { PlanOpener } from './opened-plan.ts';
import { PlanActions } from './plan-actions.service.ts';
import { PlanExport } from './plan-export.ts';
import { PlanGoals } from './plan-goals.service.ts';
import { PlanPapersController } from './plan-papers.controller.ts';
import { PrintedPlans } from './print-plan.service.ts';
import { PlanPartsController } from './plan-parts.controller.ts';
import { PlanProblems } from './plan-problems.service.ts';
import { PlanSteps } from './plan-steps.service.ts';

@Module({
  imports: [ActionsModule, ProblemAreasModule],
  controllers: [CarePlansController, PlanPapersController, PlanPartsController],
  providers: [
    AreaSuggestions, CarePlans, EvaluatePlans, GoalScores, PlanActions, PlanExport, PlanGoals, PlanOpener, PlanProblems, PlanSteps, PrintedPlans,
  ],
  exports: [CarePlans, EvaluatePlans, GoalScores, PlanActions, PlanGoals, PlanProblems, PlanSteps],
})
export class CarePlansModule {} // prettier-ignore
