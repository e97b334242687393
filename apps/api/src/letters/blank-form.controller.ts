import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { BlankFormMade, MakeBlankForm } from './blank-form.dto.ts';
import { BlankForm } from './blank-form.service.ts';

@ApiTags('screening-rounds')
@Controller('letters')
export class BlankFormController {
  constructor(private readonly forms: BlankForm) {}

  @Post('blank-form')
  @Permits('SCREENING.CREATE')
  @ApiOperation({ summary: 'Print a questionnaire without name or code, to have at hand' })
  @ApiCreatedResponse({ type: BlankFormMade })
  makeBlankForm(@Body() body: MakeBlankForm): Promise<BlankFormMade> {
    return this.forms.make(body);
  }
}
