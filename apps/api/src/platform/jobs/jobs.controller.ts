import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../access/permission.ts';
import { JobView } from './job.dto.ts';
import { Jobs } from './jobs.ts';

@ApiTags('jobs')
@Controller('jobs')
export class JobsController {
  constructor(private readonly jobs: Jobs) {}

  @Get(':id')
  @Permits('OWN_ACCOUNT.READ')
  @ApiOperation({ summary: 'How far work of one’s own is, and where its result can be fetched' })
  @ApiOkResponse({ type: JobView })
  getJob(@Param('id') id: string): Promise<JobView> {
    return this.jobs.get(id);
  }
}
