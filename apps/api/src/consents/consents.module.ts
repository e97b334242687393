import { Module } from '@nestjs/common';
import { AccessBasis } from './access-basis.service.ts';
import { Consents } from './consents.service.ts';

@Module({ providers: [AccessBasis, Consents], exports: [AccessBasis, Consents] })
export class ConsentsModule {}
