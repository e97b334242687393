import { Controller, Get, Inject, Injectable, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { PublicRoute } from '../access/permission.ts';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';
import { BooleanField, CodeField, TextField } from '../http/fields.ts';
import { DomainError } from '../http/problem.ts';
import { VERSION } from '../config/version.ts';

class HealthView {
  @CodeField(['ok'])
  status: 'ok';

  @TextField({ max: 40 })
  version: string;

  @CodeField(['embedded', 'external'])
  database: 'embedded' | 'external';

  @BooleanField()
  demo: boolean;
}

/** Set once migrations and, where wanted, the demo network are complete. */
@Injectable()
export class Readiness {
  private ready = false;

  markReady(): void {
    this.ready = true;
  }

  get isReady(): boolean {
    return this.ready;
  }
}

@ApiTags('health')
@Controller({ path: 'health', version: VERSION_NEUTRAL })
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @PublicRoute('asked by launchers and load balancers; says nothing about anyone')
  @ApiOperation({ summary: 'Whether the app is ready; 503 until migrations and the demo network are complete' })
  @ApiOkResponse({ type: HealthView })
  async getHealth(): Promise<HealthView> {
    if (!this.readiness.isReady) throw new DomainError('NOT_READY');
    await this.dataSource.query('SELECT 1');
    return { status: 'ok', version: VERSION, database: this.config.database, demo: this.config.demo };
  }
}
