import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import {
  ComparePair,
  MergeCandidates as CandidatesView,
  MergeComparison,
  MergeList,
  MergeView,
  ProposeMerge,
  ProposeSplit,
} from './merge.dto.ts';
import { MergeCandidates } from './merge-candidates.service.ts';
import { Merges } from './merges.service.ts';
import { SplitMerge } from './split-merge.service.ts';

@ApiTags('merges')
@Controller()
export class MergesController {
  constructor(
    private readonly candidates: MergeCandidates,
    private readonly merges: Merges,
    private readonly splits: SplitMerge,
  ) {}

  @Get('merge-candidates')
  @Permits('MERGE.CREATE', 'MERGE.FINALISE')
  @ApiOperation({ summary: 'Records that may be of one person; twins are named as such' })
  @ApiOkResponse({ type: CandidatesView })
  listMergeCandidates(): Promise<CandidatesView> {
    return this.candidates.list();
  }

  @Post('merge-comparisons')
  @HttpCode(200)
  @Permits('MERGE.CREATE', 'MERGE.FINALISE')
  @ApiOperation({ summary: 'Two records side by side, and what merging them would do' })
  @ApiOkResponse({ type: MergeComparison })
  compareRecords(@Body() body: ComparePair): Promise<MergeComparison> {
    return this.merges.compare(body);
  }

  @Get('merges')
  @Permits('MERGE.CREATE', 'MERGE.FINALISE')
  @ApiOperation({ summary: 'Merges that were proposed, done and split again, newest first' })
  @ApiOkResponse({ type: MergeList })
  listMerges(): Promise<MergeList> {
    return this.merges.list();
  }

  @Post('merges')
  @Permits('MERGE.CREATE', 'MERGE.FINALISE')
  @ApiOperation({
    summary: 'Propose to make one record of two; a GP other than the proposer finalises it under approvals',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: MergeView })
  proposeMerge(@Body() body: ProposeMerge): Promise<MergeView> {
    return this.merges.propose(body);
  }

  @Get('merges/:id')
  @Permits('MERGE.CREATE', 'MERGE.FINALISE')
  @ApiOperation({ summary: 'One merge: what it will do, or what came into the record since' })
  @ApiOkResponse({ type: MergeView })
  getMerge(@Param('id') id: string): Promise<MergeView> {
    return this.merges.get(id);
  }

  @Post('merges/:id/split')
  @HttpCode(200)
  @Permits('MERGE.CREATE', 'MERGE.FINALISE')
  @ApiOperation({ summary: 'Propose to make two records of one again, and where goes what came since' })
  @ApiOkResponse({ type: MergeView })
  proposeSplit(@Param('id') id: string, @Body() body: ProposeSplit): Promise<MergeView> {
    return this.splits.propose(id, body);
  }
}
