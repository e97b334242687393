import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { OrderVisits, VisitList } from './visit.dto.ts';
import { Visits } from './visits.service.ts';

@ApiTags('visits')
@Controller()
export class VisitsController {
  constructor(private readonly visits: Visits) {}

  @Get('visits')
  @Permits('CONTACTS.READ')
  @ApiOperation({ summary: 'Whom the asker sees or calls today as case manager: visits first, then by time' })
  @ApiOkResponse({ type: VisitList })
  listVisits(): Promise<VisitList> {
    return this.visits.ofToday();
  }

  @Put('visits/order')
  @Permits('CONTACTS.UPDATE')
  @ApiOperation({ summary: 'Put the visits of today in an order' })
  @ApiOkResponse({ type: VisitList })
  orderVisits(@Body() body: OrderVisits): Promise<VisitList> {
    return this.visits.order(body);
  }
}
