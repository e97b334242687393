import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { SetUpController } from './set-up.controller.ts';
import { FirstPractice } from './set-up.service.ts';

@Module({ imports: [OrganisationsModule], controllers: [SetUpController], providers: [FirstPractice] })
export class SetUpModule {}
