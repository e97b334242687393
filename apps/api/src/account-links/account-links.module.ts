import { Module } from '@nestjs/common';
import { UsersModule } from '../users/users.module.ts';
import { AccountLinksController } from './account-links.controller.ts';
import { AccountLinks } from './account-links.service.ts';
import { JoinByLink } from './join-by-link.service.ts';
import { OpenLinks } from './open-link.ts';

@Module({
  imports: [UsersModule],
  controllers: [AccountLinksController],
  providers: [AccountLinks, JoinByLink, OpenLinks],
})
export class AccountLinksModule {}
