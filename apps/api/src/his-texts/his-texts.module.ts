import { Module } from '@nestjs/common';
import { HisTextsController } from './his-texts.controller.ts';
import { HisTexts } from './his-texts.service.ts';

@Module({ controllers: [HisTextsController], providers: [HisTexts] })
export class HisTextsModule {}
