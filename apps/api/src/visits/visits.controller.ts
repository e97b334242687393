import { Body, Controller, Get, Param, Put, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Permits } from '../platform/access/permission.ts';
import { sentPdf } from '../platform/documents/sent-pdf.ts';
import { PrintedVisits } from './print-visit.service.ts';
import { OrderVisits, VisitList } from './visit.dto.ts';
import { Visits } from './visits.service.ts';

@ApiTags('visits')
@Controller()
export class VisitsController {
  constructor(
    private readonly visits: Visits,
    private readonly papers: PrintedVisits,
  ) {}

  @Get('visits')
  @Permits('CONTACTS.READ')
  @ApiOperation({ summary: 'Whom the asker sees or calls today as case manager: visits first, then by time' })
  @ApiOkResponse({ type: VisitList })
  listVisits(): Promise<VisitList> {
    return this.visits.ofToday();
  }

  @Get('clients/:id/visit.pdf')
  @Permits('CONTACTS.READ')
  @ApiOperation({ summary: 'One page to prepare a visit: what the asker may see of it' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async printVisit(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return sentPdf(await this.papers.print(id), reply);
  }

  @Put('visits/order')
  @Permits('CONTACTS.UPDATE')
  @ApiOperation({ summary: 'Put the visits of today in an order' })
  @ApiOkResponse({ type: VisitList })
  orderVisits(@Body() body: OrderVisits): Promise<VisitList> {
    return this.visits.order(body);
  }
}
