import { Module } from '@nestjs/common';
import { PracticeSettingsController } from './practice-settings.controller.ts';
import { PracticeSettings } from './practice-settings.service.ts';

@Module({ controllers: [PracticeSettingsController], providers: [PracticeSettings] })
export class PracticeSettingsModule {}
