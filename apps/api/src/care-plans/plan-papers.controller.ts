import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Permits } from '../platform/access/permission.ts';
import { sentPdf } from '../platform/documents/sent-pdf.ts';
import { PrintPlanQuery } from './care-plan.dto.ts';
import { PrintedPlans } from './print-plan.service.ts';

@ApiTags('care-plans')
@Controller('care-plans/:id')
export class PlanPapersController {
  constructor(private readonly papers: PrintedPlans) {}

  @Get('print.pdf')
  @Permits('CARE_PLAN.READ')
  @ApiOperation({ summary: 'The whole plan on paper for the client, in large type' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async printPlan(
    @Param('id') id: string,
    @Query() { layout }: PrintPlanQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sentPdf(await this.papers.whole(id, layout), reply);
  }

  @Get('agreements.pdf')
  @Permits('CARE_PLAN.READ')
  @ApiOperation({ summary: 'One page with what was agreed, in large type' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async printAgreements(
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sentPdf(await this.papers.agreements(id), reply);
  }
}
