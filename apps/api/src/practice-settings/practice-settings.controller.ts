import { Body, Controller, Get, Headers, Patch } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permits } from '../platform/access/permission.ts';
import { PracticeSettingsView, UpdatePracticeSettings } from './practice-settings.dto.ts';
import { PracticeSettings } from './practice-settings.service.ts';

@ApiTags('practice-settings')
@Controller('practice-settings')
export class PracticeSettingsController {
  constructor(private readonly settings: PracticeSettings) {}

  @Get()
  @Permits('PRACTICE_SETTINGS.READ')
  @ApiOperation({ summary: 'What the practice calls the profiles, and the cut-offs in force' })
  @ApiOkResponse({ type: PracticeSettingsView })
  getPracticeSettings(): Promise<PracticeSettingsView> {
    return this.settings.get();
  }

  @Patch()
  @Permits('PRACTICE_SETTINGS.UPDATE')
  @ApiOperation({ summary: 'Change labels and cut-offs for new results; old results keep their own' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: PracticeSettingsView })
  updatePracticeSettings(
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: UpdatePracticeSettings,
  ): Promise<PracticeSettingsView> {
    return this.settings.update(ifMatch, body);
  }
}
