import { Body, Controller, Get, Headers, Param, Put, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { RecordVersionList } from '../platform/client-documents/record-versions.ts';
import { PageQuery } from '../platform/http/page.ts';
import { SaveTreatmentPlan, TreatmentPlanView } from './treatment-plan.dto.ts';
import { TreatmentPlans } from './treatment-plans.service.ts';

@ApiTags('treatment-plans')
@Controller('clients/:id/treatment-plan')
export class TreatmentPlansController {
  constructor(private readonly plans: TreatmentPlans) {}

  @Get()
  @Permits('TREATMENT_PLAN.READ')
  @ApiOperation({ summary: 'The medical treatment plan; version 0 while there is none' })
  @ApiOkResponse({ type: TreatmentPlanView })
  getTreatmentPlan(@Param('id') clientId: string): Promise<TreatmentPlanView> {
    return this.plans.get(clientId);
  }

  @Put()
  @Permits('TREATMENT_PLAN.UPDATE')
  @ApiOperation({ summary: 'Save the whole plan; every version stays readable' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: TreatmentPlanView })
  saveTreatmentPlan(
    @Param('id') clientId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SaveTreatmentPlan,
  ): Promise<TreatmentPlanView> {
    return this.plans.put(clientId, ifMatch, body);
  }

  @Get('versions')
  @Permits('TREATMENT_PLAN.READ')
  @ApiOperation({ summary: 'Every version of the plan, newest first: who changed what' })
  @ApiOkResponse({ type: RecordVersionList })
  listTreatmentPlanVersions(@Param('id') clientId: string, @Query() page: PageQuery): Promise<RecordVersionList> {
    return this.plans.listVersions(clientId, page);
  }
}
