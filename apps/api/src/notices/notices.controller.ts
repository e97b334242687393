import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { NoticeCount, NoticeList, NoticeQuery, NoticeView } from './notice.dto.ts';
import { Notices } from './notices.service.ts';

@ApiTags('notices')
@Controller('notices')
export class NoticesController {
  constructor(private readonly notices: Notices) {}

  @Get()
  @Permits('OWN_ACCOUNT.READ')
  @ApiOperation({ summary: 'What the person at hand was told in the app, newest first' })
  @ApiOkResponse({ type: NoticeList })
  listNotices(@Query() query: NoticeQuery): Promise<NoticeList> {
    return this.notices.list(query);
  }

  @Get('count')
  @Permits('OWN_ACCOUNT.READ')
  @ApiOperation({ summary: 'How many of them she has not read yet; a number and not more' })
  @ApiOkResponse({ type: NoticeCount })
  countNotices(): Promise<NoticeCount> {
    return this.notices.count();
  }

  @Post(':id/read')
  @HttpCode(200)
  @Permits('OWN_ACCOUNT.UPDATE')
  @ApiOperation({ summary: 'She has read it; saying so twice changes nothing' })
  @ApiOkResponse({ type: NoticeView })
  readNotice(@Param('id') id: string): Promise<NoticeView> {
    return this.notices.read(id);
  }
}
