import { Module } from '@nestjs/common';
import { CareJudgement } from './care-facts.service.ts';

@Module({ providers: [CareJudgement], exports: [CareJudgement] })
export class CareFactsModule {}
