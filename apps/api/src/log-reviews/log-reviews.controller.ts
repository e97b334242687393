import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccessLogPage } from '../platform/access-log/access-log-page.dto.ts';
import { Permits } from '../platform/access/permission.ts';
import { JudgeLines } from './judge-lines.service.ts';
import { BeginReview, JudgeLine, LogReview, OverdueReviews, ReviewLine, ReviewMonthList } from './log-review.dto.ts';
import { LogReviews } from './log-reviews.service.ts';
import { ReviewMonths } from './review-months.service.ts';

@ApiTags('log-reviews')
@Controller()
export class LogReviewsController {
  constructor(
    private readonly months: ReviewMonths,
    private readonly reviews: LogReviews,
    private readonly judging: JudgeLines,
  ) {}

  @Get('log-reviews')
  @Permits('ACCESS_LOG_OVERVIEWS.READ')
  @ApiOperation({ summary: 'The months that are over and how far the review of each is, newest first' })
  @ApiOkResponse({ type: ReviewMonthList })
  listLogReviews(): Promise<ReviewMonthList> {
    return this.months.list();
  }

  @Get('log-reviews/overdue')
  @Permits('ACCESS_LOG_CLIENT.READ')
  @ApiOperation({ summary: 'The months whose review is late, without what is in it' })
  @ApiOkResponse({ type: OverdueReviews })
  listOverdueLogReviews(): Promise<OverdueReviews> {
    return this.months.overdue();
  }

  @Post('log-reviews')
  @Permits('ACCESS_LOG_OVERVIEWS.CREATE')
  @ApiOperation({ summary: 'Draw the sample of a month, once; the going through the log is logged' })
  @ApiCreatedResponse({ type: LogReview })
  beginLogReview(@Body() body: BeginReview): Promise<LogReview> {
    return this.reviews.begin(body);
  }

  @Get('log-reviews/:id')
  @Permits('ACCESS_LOG_OVERVIEWS.READ')
  @ApiOperation({ summary: 'The sample of a month with what was found of each line' })
  @ApiOkResponse({ type: LogReview })
  getLogReview(@Param('id') id: string): Promise<LogReview> {
    return this.reviews.get(id);
  }

  @Post('log-reviews/:id/sign')
  @HttpCode(200)
  @Permits('ACCESS_LOG_OVERVIEWS.FINALISE')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOperation({ summary: 'Sign a month off, once every line has an outcome' })
  @ApiOkResponse({ type: LogReview })
  signLogReview(@Param('id') id: string, @Headers('if-match') ifMatch: string | undefined): Promise<LogReview> {
    return this.judging.sign(id, ifMatch);
  }

  @Get('log-review-lines/:id/events')
  @Permits('ACCESS_LOG_OVERVIEWS.READ')
  @ApiOperation({ summary: 'The rows of the log that a line of the sample stands on; the reading is logged' })
  @ApiOkResponse({ type: AccessLogPage })
  getLogReviewLineEvents(@Param('id') id: string): Promise<AccessLogPage> {
    return this.judging.events(id);
  }

  @Post('log-review-lines/:id/outcome')
  @HttpCode(200)
  @Permits('ACCESS_LOG_OVERVIEWS.CREATE')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOperation({ summary: 'Say of one line whether it is in order; earlier outcomes stay' })
  @ApiOkResponse({ type: ReviewLine })
  judgeLogReviewLine(
    @Param('id') id: string,
    @Body() body: JudgeLine,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<ReviewLine> {
    return this.judging.judge(id, ifMatch, body);
  }
}
