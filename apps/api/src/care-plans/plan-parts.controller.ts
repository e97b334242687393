import { Body, Controller, Headers, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { GoalScores } from './goal-scores.service.ts';
import { PlanActions } from './plan-actions.service.ts';
import { PlanGoals } from './plan-goals.service.ts';
import {
  AddGoal, AddPlanAction, AddProblem, AddScore, ChangeGoal, ChangeProblem, GiveReason, GoalActionView, GoalView, ProblemView, StopGoal,
} from './plan-part.dto.ts'; // prettier-ignore
import { PlanProblems } from './plan-problems.service.ts';

@ApiTags('care-plans')
@Controller()
export class PlanPartsController {
  constructor(
    private readonly problems: PlanProblems,
    private readonly goals: PlanGoals,
    private readonly scores: GoalScores,
    private readonly actions: PlanActions,
  ) {}

  @Post('care-plans/:id/problems')
  @Permits('CARE_PLAN.UPDATE')
  @ApiOperation({ summary: 'Add a problem in the words of the client' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ProblemView })
  addProblem(@Param('id') planId: string, @Body() body: AddProblem): Promise<ProblemView> {
    return this.problems.add(planId, body);
  }

  @Patch('problems/:id')
  @Permits('CARE_PLAN.UPDATE')
  @ApiOperation({ summary: 'Change a problem, or say that it is none any more' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: ProblemView })
  changeProblem(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ChangeProblem,
  ): Promise<ProblemView> {
    return this.problems.change(id, ifMatch, body);
  }

  @Post('care-plans/:id/goals')
  @Permits('CARE_PLAN.UPDATE')
  @ApiOperation({ summary: 'Add a goal to a problem, with start and wish by the client' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: GoalView })
  addGoal(@Param('id') planId: string, @Body() body: AddGoal): Promise<GoalView> {
    return this.goals.add(planId, body);
  }

  @Patch('goals/:id')
  @Permits('CARE_PLAN.UPDATE')
  @ApiOperation({ summary: 'Change an open goal; of any other only its sentence of evaluation' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: GoalView })
  changeGoal(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ChangeGoal,
  ): Promise<GoalView> {
    return this.goals.change(id, ifMatch, body);
  }

  @Post('goals/:id/scores')
  @Permits('CARE_PLAN.UPDATE')
  @ApiOperation({ summary: 'A score by the client: on the way, or at the end' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: GoalView })
  addScore(@Param('id') goalId: string, @Body() body: AddScore): Promise<GoalView> {
    return this.scores.add(goalId, body);
  }

  @Post('goals/:id/actions')
  @Permits('CARE_PLAN.UPDATE')
  @ApiOperation({ summary: 'Who does what for a goal, and by when' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: GoalActionView })
  addAction(@Param('id') goalId: string, @Body() body: AddPlanAction): Promise<GoalActionView> {
    return this.actions.add(goalId, body);
  }

  @Post('goal-scores/:id/strike')
  @HttpCode(200)
  @Permits('CARE_PLAN.UPDATE')
  @ApiOperation({ summary: 'Strike a score on the way that was wrong; it stays readable' })
  @ApiOkResponse({ type: GoalView })
  strikeScore(@Param('id') id: string, @Body() body: GiveReason): Promise<GoalView> {
    return this.scores.strike(id, body);
  }

  @Post('goals/:id/stop')
  @HttpCode(200)
  @Permits('CARE_PLAN.UPDATE')
  @ApiOperation({ summary: 'Stop a goal, with the reason' })
  @ApiOkResponse({ type: GoalView })
  stopGoal(@Param('id') id: string, @Body() body: StopGoal): Promise<GoalView> {
    return this.goals.stop(id, body);
  }

  @Post('goals/:id/reopen')
  @HttpCode(200)
  @Permits('CARE_PLAN.UPDATE')
  @ApiOperation({ summary: 'Take a goal up again; a score at its end is struck and stays readable' })
  @ApiOkResponse({ type: GoalView })
  reopenGoal(@Param('id') id: string, @Body() body: GiveReason): Promise<GoalView> {
    return this.goals.reopen(id, body);
  }
}
