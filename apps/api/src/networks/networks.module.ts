import { Module, type OnModuleInit } from '@nestjs/common';
import { ClientAccess } from '../platform/access/client-access.ts';
import { ExportParts } from '../platform/exports/export-parts.ts';
import { readsOf, tablePart } from '../platform/exports/table-part.ts';
import { NetworksController } from './networks.controller.ts';
import { Networks } from './networks.service.ts';

@Module({ controllers: [NetworksController], providers: [Networks], exports: [Networks] })
export class NetworksModule implements OnModuleInit {
  constructor(
    private readonly parts: ExportParts,
    private readonly access: ClientAccess,
  ) {}

  onModuleInit(): void {
    this.parts.register(tablePart(this.access, { name: 'networks', table: 'network', reads: readsOf('CARE_PLAN', 4) }));
  }
}
