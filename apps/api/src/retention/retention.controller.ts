import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PageQuery } from '../platform/http/page.ts';
import { RetentionBatches } from './retention-batches.service.ts';
import {
  AskRetentionBatch,
  DueRecordList,
  ExtendRetention,
  RetentionBatch,
  RetentionExtension,
} from './retention.dto.ts';
import { RetentionExtensions } from './retention-extensions.service.ts';
import { Retention } from './retention.service.ts';

@ApiTags('retention')
@Controller('retention')
export class RetentionController {
  constructor(
    private readonly retention: Retention,
    private readonly batches: RetentionBatches,
    private readonly extensions: RetentionExtensions,
  ) {}

  @Get()
  @Permits('DESTRUCTION.FINALISE', 'DESTRUCTION.READ')
  @ApiOperation({ summary: 'Records whose retention term is over, with the rule and the last clinical change' })
  @ApiOkResponse({ type: DueRecordList })
  listRetention(@Query() page: PageQuery): Promise<DueRecordList> {
    return this.retention.list(page);
  }

  @Post('batches')
  @Permits('DESTRUCTION.FINALISE')
  @ApiOperation({ summary: 'Ask a second person to destroy expired records; nothing is destroyed before' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: RetentionBatch })
  askRetentionBatch(@Body() body: AskRetentionBatch): Promise<RetentionBatch> {
    return this.batches.ask(body);
  }

  @Post(':clientId/extension')
  @Permits('DESTRUCTION.FINALISE')
  @ApiOperation({ summary: 'Keep a record longer than the law asks, where good care does; the newest one counts' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: RetentionExtension })
  extendRetention(@Param('clientId') clientId: string, @Body() body: ExtendRetention): Promise<RetentionExtension> {
    return this.extensions.extend(clientId, body);
  }
}
