import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import { SuggestionList } from './area-suggestion.dto.ts';
import { AreaSuggestions } from './area-suggestions.service.ts';
import {
  AdoptPlan, BeginPlan, CarePlanList, CarePlanView, ChangePlan, ClosePlan, DiscussPlan, EditionView, EvaluatePlan, RowChangeList,
} from './care-plan.dto.ts'; // prettier-ignore
import { CarePlans } from './care-plans.service.ts';
import { EvaluatePlans } from './evaluate-plan.service.ts';
import { PlanSteps } from './plan-steps.service.ts';

@ApiTags('care-plans')
@Controller()
export class CarePlansController {
  constructor(
    private readonly plans: CarePlans,
    private readonly steps: PlanSteps,
    private readonly evaluations: EvaluatePlans,
    private readonly suggestions: AreaSuggestions,
  ) {}

  @Post('clients/:id/care-plans')
  @Permits('CARE_PLAN.CREATE')
  @ApiOperation({ summary: 'Begin a zorgleefplan; a client has one open plan at a time' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: CarePlanView })
  beginPlan(@Param('id') clientId: string, @Body() body: BeginPlan): Promise<CarePlanView> {
    return this.plans.begin(clientId, body);
  }

  @Get('clients/:id/care-plans')
  @Permits('CARE_PLAN.READ')
  @ApiOperation({ summary: 'Plans of a client: the open one first, then the closed ones' })
  @ApiOkResponse({ type: CarePlanList })
  listPlans(@Param('id') clientId: string, @Query() page: PageQuery): Promise<CarePlanList> {
    return this.plans.listOf(clientId, page);
  }

  @Get('clients/:id/problem-suggestions')
  @Permits('CARE_PLAN.READ')
  @ApiOperation({ summary: 'Problem areas to ask about, from the answers; nothing is added by itself' })
  @ApiOkResponse({ type: SuggestionList })
  listSuggestions(@Param('id') clientId: string): Promise<SuggestionList> {
    return this.suggestions.listOf(clientId);
  }

  @Get('care-plans/:id')
  @Permits('CARE_PLAN.READ')
  @ApiOperation({ summary: 'A plan with everything in it, and what is agreed otherwise since its newest edition' })
  @ApiOkResponse({ type: CarePlanView })
  getPlan(@Param('id') id: string): Promise<CarePlanView> {
    return this.plans.get(id);
  }

  @Patch('care-plans/:id')
  @Permits('CARE_PLAN.UPDATE')
  @ApiOperation({ summary: 'Change texts and days of a plan; only what is named changes' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: CarePlanView })
  changePlan(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ChangePlan,
  ): Promise<CarePlanView> {
    return this.plans.change(id, ifMatch, body);
  }

  @Post('care-plans/:id/discuss')
  @HttpCode(200)
  @Permits('CARE_PLAN.UPDATE')
  @ApiOperation({ summary: 'It was discussed with the client' })
  @ApiOkResponse({ type: CarePlanView })
  discussPlan(@Param('id') id: string, @Body() body: DiscussPlan): Promise<CarePlanView> {
    return this.steps.discuss(id, body);
  }

  @Post('care-plans/:id/adopt')
  @HttpCode(200)
  @Permits('CARE_PLAN.FINALISE')
  @ApiOperation({ summary: 'The client agrees: the next edition, which stays readable as it is' })
  @ApiOkResponse({ type: CarePlanView })
  adoptPlan(@Param('id') id: string, @Body() body: AdoptPlan): Promise<CarePlanView> {
    return this.steps.adopt(id, body);
  }

  @Post('care-plans/:id/activate')
  @HttpCode(200)
  @Permits('CARE_PLAN.FINALISE')
  @ApiOperation({ summary: 'Work on it begins, or goes on after an evaluation' })
  @ApiOkResponse({ type: CarePlanView })
  activatePlan(@Param('id') id: string): Promise<CarePlanView> {
    return this.steps.activate(id);
  }

  @Post('care-plans/:id/evaluate')
  @HttpCode(200)
  @Permits('CARE_PLAN.FINALISE')
  @ApiOperation({ summary: 'Look back on it: who took part, one sentence per goal, when the next time is' })
  @ApiOkResponse({ type: CarePlanView })
  evaluatePlan(@Param('id') id: string, @Body() body: EvaluatePlan): Promise<CarePlanView> {
    return this.evaluations.evaluate(id, body);
  }

  @Post('care-plans/:id/close')
  @HttpCode(200)
  @Permits('CARE_PLAN.FINALISE')
  @ApiOperation({ summary: 'End a plan; its open goals stop and its open actions are cancelled' })
  @ApiOkResponse({ type: CarePlanView })
  closePlan(@Param('id') id: string, @Body() body: ClosePlan): Promise<CarePlanView> {
    return this.steps.close(id, body);
  }

  @Get('care-plans/:id/editions/:edition')
  @Permits('CARE_PLAN.READ')
  @ApiOperation({ summary: 'An edition as it was adopted, and what it changed of the one before' })
  @ApiOkResponse({ type: EditionView })
  getEdition(@Param('id') id: string, @Param('edition') edition: string): Promise<EditionView> {
    return this.steps.edition(id, edition);
  }

  @Get('care-plans/:id/changes')
  @Permits('CARE_PLAN.READ')
  @ApiOperation({ summary: 'Every change of a plan, newest first: who, when, and what stood there before' })
  @ApiOkResponse({ type: RowChangeList })
  listChanges(@Param('id') id: string, @Query() page: PageQuery): Promise<RowChangeList> {
    return this.plans.changesOf(id, page);
  }
}
