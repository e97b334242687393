import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { ConfirmProfiles, DelegateReview, MarkProfile, ProfileReviewView } from './profile-review.dto.ts';
import { ProfileReviews } from './profile-review.service.ts';

const KEY = { name: 'Idempotency-Key', required: false } as const;

@ApiTags('meetings')
@Controller('meetings/:id/review')
export class ProfileReviewController {
  constructor(private readonly reviews: ProfileReviews) {}

  @Get()
  @Permits('GP_REVIEW.READ')
  @ApiOperation({ summary: 'Profiles that wait on the agenda, what changed in each, and what was confirmed already' })
  @ApiOkResponse({ type: ProfileReviewView })
  getReview(@Param('id') id: string): Promise<ProfileReviewView> {
    return this.reviews.get(id);
  }

  @Post('preparations')
  @HttpCode(200)
  @Permits('GP_REVIEW.CREATE')
  @ApiOperation({ summary: 'Prepare a profile for the physician: ready to confirm, or to be discussed' })
  @ApiHeader(KEY)
  @ApiOkResponse({ type: ProfileReviewView })
  prepareProfile(@Param('id') id: string, @Body() body: MarkProfile): Promise<ProfileReviewView> {
    return this.reviews.mark(id, body, 'CREATE');
  }

  @Post('marks')
  @HttpCode(200)
  @Permits('GP_REVIEW.FINALISE')
  @ApiOperation({ summary: 'Leave a profile to be discussed, or take that back' })
  @ApiHeader(KEY)
  @ApiOkResponse({ type: ProfileReviewView })
  markProfile(@Param('id') id: string, @Body() body: MarkProfile): Promise<ProfileReviewView> {
    return this.reviews.mark(id, body, 'FINALISE');
  }

  @Post('confirmations')
  @HttpCode(200)
  @Permits('GP_REVIEW.FINALISE')
  @ApiOperation({ summary: 'Assign what was proposed: one, or several that are robust; they leave the agenda' })
  @ApiHeader(KEY)
  @ApiOkResponse({ type: ProfileReviewView })
  confirmProfiles(@Param('id') id: string, @Body() body: ConfirmProfiles): Promise<ProfileReviewView> {
    return this.reviews.confirm(id, body);
  }

  @Post('delegation')
  @HttpCode(200)
  @Permits('GP_REVIEW.FINALISE')
  @ApiOperation({ summary: 'Ask a practice nurse to prepare the review of this meeting, or take that back' })
  @ApiHeader(KEY)
  @ApiOkResponse({ type: ProfileReviewView })
  delegateReview(@Param('id') id: string, @Body() { userId }: DelegateReview): Promise<ProfileReviewView> {
    return this.reviews.delegate(id, userId);
  }
}
