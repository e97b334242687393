import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { HisTextList } from './his-text.dto.ts';
import { HisTexts } from './his-texts.service.ts';

@ApiTags('his-texts')
@Controller('clients/:id')
export class HisTextsController {
  constructor(private readonly texts: HisTexts) {}

  @Get('his-texts')
  @Permits('HIS_SUMMARY.READ')
  @ApiOperation({ summary: 'Texts to copy to the HIS, that of the newest fact first' })
  @ApiOkResponse({ type: HisTextList })
  listHisTexts(@Param('id') clientId: string): Promise<HisTextList> {
    return this.texts.listOf(clientId);
  }

  @Get('his-summary')
  @Permits('HIS_SUMMARY.READ')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @ApiOperation({ summary: 'The text for the HIS that is offered first, as plain text' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  getHisSummary(@Param('id') clientId: string): Promise<string> {
    return this.texts.firstOf(clientId);
  }
}
