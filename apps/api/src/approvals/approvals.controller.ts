import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import { ApprovalList, ApprovalView, GiveVerdict } from './approval.dto.ts';
import { Approvals } from './approvals.service.ts';
import { DecideApproval } from './decide-approval.service.ts';

/**
 * The permission is that of one's own account: anybody may have asked something. Who may decide differs by kind, and is
 * judged in the service, where a kind that this role has no say in does not exist.
 */
@ApiTags('approvals')
@Controller('approvals')
export class ApprovalsController {
  constructor(
    private readonly approvals: Approvals,
    private readonly decisions: DecideApproval,
  ) {}

  @Get()
  @Permits('OWN_ACCOUNT.READ')
  @ApiOperation({ summary: 'What waits for a second person: what I may decide, and what I asked' })
  @ApiOkResponse({ type: ApprovalList })
  listApprovals(@Query() page: PageQuery): Promise<ApprovalList> {
    return this.approvals.list(page);
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Permits('OWN_ACCOUNT.UPDATE')
  @ApiOperation({ summary: 'Approve, which carries it out at once, or refuse; never what one asked oneself' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: ApprovalView })
  decideApproval(@Param('id') id: string, @Body() body: GiveVerdict): Promise<ApprovalView> {
    return this.decisions.decide(id, body);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Permits('OWN_ACCOUNT.UPDATE')
  @ApiOperation({ summary: 'Take back what one asked' })
  @ApiOkResponse({ type: ApprovalView })
  withdrawApproval(@Param('id') id: string): Promise<ApprovalView> {
    return this.decisions.withdraw(id);
  }
}
