import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OMAHA_AREAS, PROBLEM_AREAS } from '@samenoud/domain';
import { Permits } from '../platform/access/permission.ts';
import { ProblemAreaList } from './problem-area.dto.ts';

@ApiTags('problem-areas')
@Controller('problem-areas')
export class ProblemAreasController {
  @Get()
  @Permits('CARE_PLAN.READ')
  @ApiOperation({ summary: 'The catalogue of problem areas, and the areas of the Omaha System' })
  @ApiOkResponse({ type: ProblemAreaList })
  listProblemAreas(): ProblemAreaList {
    return { items: [...PROBLEM_AREAS], omaha: [...OMAHA_AREAS] };
  }
}
