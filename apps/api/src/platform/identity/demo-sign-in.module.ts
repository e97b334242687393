import { Module } from '@nestjs/common';
import { DemoSignInController } from './demo-sign-in.controller.ts';
import { DemoSignIn } from './demo-sign-in.ts';
import { IdentityModule } from './identity.module.ts';

/** Part of the app in demo mode only, so that elsewhere there is no such route. */
@Module({ imports: [IdentityModule], controllers: [DemoSignInController], providers: [DemoSignIn] })
export class DemoSignInModule {}
