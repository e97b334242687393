import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import { ChangeReferral, CloseReferral, GiveFeedback, ReferralList, ReferralView, SendReferral, UnsentReferralList, WriteReferral } from './referral.dto.ts'; // prettier-ignore
import { UnsentReferrals } from './unsent-referrals.service.ts';
import { Referrals } from './referrals.service.ts';

const VERSION = { name: 'If-Match', required: true, example: '"1"' } as const;

@ApiTags('referrals')
@Controller()
export class ReferralsController {
  constructor(
    private readonly referrals: Referrals,
    private readonly unsent: UnsentReferrals,
  ) {}

  @Get('clients/:id/referrals')
  @Permits('CONTACTS.READ')
  @ApiOperation({ summary: 'Referrals of a client; what awaits feedback first' })
  @ApiOkResponse({ type: ReferralList })
  listReferrals(@Param('id') clientId: string, @Query() page: PageQuery): Promise<ReferralList> {
    return this.referrals.ofClient(clientId, page);
  }

  @Post('clients/:id/referrals')
  @Permits('CONTACTS.CREATE')
  @ApiOperation({ summary: 'Write a referral; it is sent once the client gave permission' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ReferralView })
  writeReferral(@Param('id') clientId: string, @Body() body: WriteReferral): Promise<ReferralView> {
    return this.referrals.write(clientId, body);
  }

  @Get('unsent-referrals')
  @Permits('CONTACTS.UPDATE')
  @ApiOperation({ summary: 'Referrals that wait to be sent by who asks, over all clients; oldest first' })
  @ApiOkResponse({ type: UnsentReferralList })
  listUnsentReferrals(@Query() page: PageQuery): Promise<UnsentReferralList> {
    return this.unsent.list(page);
  }

  @Get('referrals/:id')
  @Permits('CONTACTS.READ')
  @ApiOperation({ summary: 'A referral with all feedback on it' })
  @ApiOkResponse({ type: ReferralView })
  getReferral(@Param('id') id: string): Promise<ReferralView> {
    return this.referrals.get(id);
  }

  @Patch('referrals/:id')
  @Permits('CONTACTS.UPDATE')
  @ApiOperation({ summary: 'Put a draft in other words; day and contact of the receiver also once it is sent' })
  @ApiHeader(VERSION)
  @ApiOkResponse({ type: ReferralView })
  changeReferral(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ChangeReferral,
  ): Promise<ReferralView> {
    return this.referrals.change(id, ifMatch, body);
  }

  @Post('referrals/:id/send')
  @HttpCode(200)
  @Permits('CONTACTS.UPDATE')
  @ApiOperation({ summary: 'It is sent, with the permission of the client to pass on her contact details' })
  @ApiHeader(VERSION)
  @ApiOkResponse({ type: ReferralView })
  sendReferral(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SendReferral,
  ): Promise<ReferralView> {
    return this.referrals.send(id, ifMatch, body);
  }

  @Post('referrals/:id/feedback')
  @HttpCode(200)
  @Permits('CONTACTS.UPDATE')
  @ApiOperation({ summary: 'What the receiver told of it; can be given more than once' })
  @ApiHeader(VERSION)
  @ApiOkResponse({ type: ReferralView })
  giveFeedback(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: GiveFeedback,
  ): Promise<ReferralView> {
    return this.referrals.feedback(id, ifMatch, body);
  }

  @Post('referrals/:id/close')
  @HttpCode(200)
  @Permits('CONTACTS.UPDATE')
  @ApiOperation({ summary: 'It ends; with a reason unless there was feedback' })
  @ApiHeader(VERSION)
  @ApiOkResponse({ type: ReferralView })
  closeReferral(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: CloseReferral,
  ): Promise<ReferralView> {
    return this.referrals.close(id, ifMatch, body);
  }
}
