import { randomInt } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { makeAccessCode } from '@samenoud/domain';
import type { Config } from '../platform/config/config.ts';
import { CONFIG } from '../platform/config/config.module.ts';
import { DomainError } from '../platform/http/problem.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import type { RunningJob } from '../platform/jobs/running-job.ts';
import { onlineAddress } from './online-address.ts';
import { PrintKeeper } from './print-keeper.service.ts';
import { PRINT_JOB, type PrintParams } from './print-params.ts';
import { PrintReader } from './print-reader.service.ts';
import { type PrintRun, renderRun } from './print-runs.ts';

/** How often a run is drawn anew because somebody in it died, moved or refused in the meantime. */
const MOST_ATTEMPTS = 5;
const LETTERS_PER_STEP = 10;

/**
 * Makes one pile of paper. Read in one act, drawn outside any, and kept in a last act that first looks whether everybody in
 * it may still get it and as it was drawn: who may no longer is not in the document, and nothing happens by halves.
 */
@Injectable()
export class PrintJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly reader: PrintReader,
    private readonly keeper: PrintKeeper,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.register(PRINT_JOB, (job) => this.print(job));
  }

  private async print(job: RunningJob): Promise<string> {
    const params = job.params as unknown as PrintParams;
    const before = await job.act(() => this.keeper.keptBefore(job.id));
    if (before !== null) return before;
    let run = await job.act(() => this.reader.read(params));
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const drawn = run;
      const accessCodes = drawn.recipients.map(() => makeAccessCode(randomInt));
      const content = await this.draw(job, drawn, accessCodes);
      const outcome = await job.act(() => this.keeper.keep(job.id, params, drawn, { content, accessCodes }));
      if ('href' in outcome) return outcome.href;
      run = outcome.changed;
    }
    throw new DomainError('BUSY');
  }

  private draw(job: RunningJob, run: PrintRun, accessCodes: readonly string[]): Promise<Buffer> {
    const total = run.recipients.length;
    return renderRun(run, onlineAddress(this.config), accessCodes, async (done) => {
      if (done % LETTERS_PER_STEP === 0 || done === total) await job.progress(done, total);
    });
  }
}
