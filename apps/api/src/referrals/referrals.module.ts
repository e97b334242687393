import { Module } from '@nestjs/common';
import { ReferralParts } from './referral-parts.ts';
import { ReferralSteps } from './referral-steps.service.ts';
import { ReferralsController } from './referrals.controller.ts';
import { UnsentReferrals } from './unsent-referrals.service.ts';
import { Referrals } from './referrals.service.ts';

@Module({
  controllers: [ReferralsController],
  providers: [Referrals, UnsentReferrals, ReferralSteps, ReferralParts],
  exports: [ReferralSteps],
})
export class ReferralsModule {}
