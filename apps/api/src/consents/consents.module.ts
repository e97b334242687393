import { Module } from '@nestjs/common';
import { AccessBasis } from './access-basis.service.ts';
import { ConsentRegister } from './consent-register.service.ts';
import { ConsentsController } from './consents.controller.ts';
import { Consents } from './consents.service.ts';
import { PrintedConsents } from './print-consents.service.ts';
import { GivenConsent } from './given-consent.service.ts';

@Module({
  controllers: [ConsentsController],
  providers: [AccessBasis, ConsentRegister, Consents, GivenConsent, PrintedConsents],
  exports: [AccessBasis, Consents],
})
export class ConsentsModule {}
