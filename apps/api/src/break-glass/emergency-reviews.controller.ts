import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import {
  EmergencyReviewCount, EmergencyReviewDetail, EmergencyReviewList, EmergencyReviewQuery, JudgeEmergency,
} from './emergency-access.dto.ts'; // prettier-ignore
import { EmergencyReviews } from './emergency-reviews.service.ts';

/** For the GP and the log officer, who review each one. */
@ApiTags('break-glass')
@Controller('emergency-accesses')
export class EmergencyReviewsController {
  constructor(private readonly reviews: EmergencyReviews) {}

  @Get()
  @Permits('BREAK_GLASS.READ')
  @ApiOperation({ summary: 'Emergency accesses that wait for a verdict, the oldest first; or those that have one' })
  @ApiOkResponse({ type: EmergencyReviewList })
  listEmergencyAccesses(@Query() query: EmergencyReviewQuery): Promise<EmergencyReviewList> {
    return this.reviews.list(query);
  }

  @Get('count')
  @Permits('BREAK_GLASS.READ')
  @ApiOperation({ summary: 'How many wait for a verdict of the person at hand, and how many are late' })
  @ApiOkResponse({ type: EmergencyReviewCount })
  countEmergencyAccesses(): Promise<EmergencyReviewCount> {
    return this.reviews.count();
  }

  @Get(':id')
  @Permits('BREAK_GLASS.READ')
  @ApiOperation({ summary: 'One emergency access, with what was opened under it, without content' })
  @ApiOkResponse({ type: EmergencyReviewDetail })
  getEmergencyAccess(@Param('id') id: string): Promise<EmergencyReviewDetail> {
    return this.reviews.get(id);
  }

  @Post(':id/verdict')
  @HttpCode(200)
  @Permits('BREAK_GLASS.FINALISE')
  @ApiOperation({ summary: 'Justified, not justified, or to be investigated further; never one of your own' })
  @ApiOkResponse({ type: EmergencyReviewDetail })
  judgeEmergencyAccess(@Param('id') id: string, @Body() body: JudgeEmergency): Promise<EmergencyReviewDetail> {
    return this.reviews.judge(id, body);
  }
}
