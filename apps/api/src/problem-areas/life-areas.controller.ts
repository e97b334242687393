import { Body, Controller, Get, Headers, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { LifeAreaList, SetLifeAreas } from './life-area.dto.ts';
import { LifeAreas } from './life-areas.service.ts';

@ApiTags('problem-areas')
@Controller('life-areas')
export class LifeAreasController {
  constructor(private readonly lifeAreas: LifeAreas) {}

  @Get()
  @Permits('PRACTICE_SETTINGS.READ')
  @ApiOperation({ summary: 'The areas of life of the eight-phase method, and which problem areas stand under each' })
  @ApiOkResponse({ type: LifeAreaList })
  listLifeAreas(): Promise<LifeAreaList> {
    return this.lifeAreas.get();
  }

  @Put()
  @Permits('PRACTICE_SETTINGS.UPDATE')
  @ApiOperation({ summary: 'Keep a list of the practice itself, or go back to the seven of the method' })
  @ApiHeader({ name: 'If-Match', required: true, example: '"0"' })
  @ApiOkResponse({ type: LifeAreaList })
  setLifeAreas(@Headers('if-match') ifMatch: string | undefined, @Body() body: SetLifeAreas): Promise<LifeAreaList> {
    return this.lifeAreas.set(ifMatch, body);
  }
}
