import { Module } from '@nestjs/common';
import { BulkExportsController } from './bulk-exports.controller.ts';
import { BulkExports } from './bulk-exports.service.ts';
import { WriteExport } from './write-export.service.ts';

@Module({ controllers: [BulkExportsController], providers: [BulkExports, WriteExport] })
export class BulkExportsModule {}
