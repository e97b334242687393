import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { RecordVersionList } from '../platform/client-documents/record-versions.ts';
import { PageQuery } from '../platform/http/page.ts';
import { PrintedSurroundings } from './print-surroundings.service.ts';
import { SaveSurroundingsPlan, SurroundingsPaperMade, SurroundingsPlanView } from './surroundings-plan.dto.ts';
import { SurroundingsPlans } from './surroundings-plans.service.ts';

@ApiTags('surroundings-plans')
@Controller('clients/:id/surroundings-plan')
export class SurroundingsPlansController {
  constructor(
    private readonly plans: SurroundingsPlans,
    private readonly papers: PrintedSurroundings,
  ) {}

  @Get()
  @Permits('CARE_PLAN.READ')
  @ApiOperation({ summary: 'Who does what when things go wrong; version 0 while there is no plan' })
  @ApiOkResponse({ type: SurroundingsPlanView })
  getSurroundingsPlan(@Param('id') clientId: string): Promise<SurroundingsPlanView> {
    return this.plans.get(clientId);
  }

  @Put()
  @Permits('CARE_PLAN.UPDATE')
  @ApiOperation({ summary: 'Save the whole plan; every version stays readable' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: SurroundingsPlanView })
  saveSurroundingsPlan(
    @Param('id') clientId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SaveSurroundingsPlan,
  ): Promise<SurroundingsPlanView> {
    return this.plans.put(clientId, ifMatch, body);
  }

  @Get('versions')
  @Permits('CARE_PLAN.READ')
  @ApiOperation({ summary: 'Every version of the plan, newest first' })
  @ApiOkResponse({ type: RecordVersionList })
  listSurroundingsPlanVersions(@Param('id') clientId: string, @Query() page: PageQuery): Promise<RecordVersionList> {
    return this.plans.listVersions(clientId, page);
  }

  @Post('paper')
  @HttpCode(200)
  @Permits('CARE_PLAN.READ')
  @ApiOperation({ summary: 'The plan on a page in large print; only people who agreed are named' })
  @ApiOkResponse({ type: SurroundingsPaperMade })
  printSurroundingsPlan(@Param('id') clientId: string): Promise<SurroundingsPaperMade> {
    return this.papers.print(clientId);
  }
}
