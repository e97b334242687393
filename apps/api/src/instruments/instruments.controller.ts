import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import { InstrumentList, InstrumentView, LoadPack } from './instrument.dto.ts';
import { Instruments } from './instruments.service.ts';

@ApiTags('instruments')
@Controller('instruments')
export class InstrumentsController {
  constructor(private readonly instruments: Instruments) {}

  @Get()
  @Permits('INSTRUMENTS.READ')
  @ApiOperation({ summary: 'Instrument versions with items, options and licence statement' })
  @ApiOkResponse({ type: InstrumentList })
  listInstruments(@Query() page: PageQuery): Promise<InstrumentList> {
    return this.instruments.list(page);
  }

  @Post()
  @Permits('INSTRUMENTS.CREATE')
  @ApiOperation({ summary: 'Load a content pack and confirm its licence; older answers keep their own version' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: InstrumentView })
  loadInstrument(@Body() body: LoadPack): Promise<InstrumentView> {
    return this.instruments.load(body);
  }

  @Post(':id/activate')
  @HttpCode(200)
  @Permits('INSTRUMENTS.CREATE')
  @ApiOperation({ summary: 'Use this version for new forms' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: InstrumentView })
  activateInstrument(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<InstrumentView> {
    return this.instruments.activate(id, ifMatch);
  }
}
