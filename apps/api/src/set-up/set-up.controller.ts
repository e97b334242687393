import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PublicRoute } from '../platform/access/permission.ts';
import { SetUp, SetUpAnswer } from './set-up.dto.ts';
import { FirstPractice } from './set-up.service.ts';

@ApiTags('set-up')
@Controller('set-up')
export class SetUpController {
  constructor(private readonly firstPractice: FirstPractice) {}

  @Post()
  @PublicRoute('once, by the link in the log of a server without accounts')
  @ApiOperation({ summary: 'Make the practice and its first manager, who then signs in and adds a second factor' })
  @ApiCreatedResponse({ type: SetUpAnswer })
  setUp(@Body() body: SetUp): Promise<SetUpAnswer> {
    return this.firstPractice.make(body);
  }
}
