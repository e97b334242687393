import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientAccess } from '../platform/access/client-access.ts';
import { ExportParts } from '../platform/exports/export-parts.ts';
import { readsOf, tablePart } from '../platform/exports/table-part.ts';

/** Referrals and each step of them in the export of a record. */
@Injectable()
export class ReferralParts implements OnModuleInit {
  constructor(
    private readonly parts: ExportParts,
    private readonly access: ClientAccess,
  ) {}

  onModuleInit(): void {
    const reads = readsOf('CONTACTS', 4);
    this.parts.register(tablePart(this.access, { name: 'referrals', table: 'referral', reads }));
    this.parts.register(tablePart(this.access, { name: 'referralSteps', table: 'referral_step', reads }));
  }
}
