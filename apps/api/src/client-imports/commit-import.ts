import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BulkWriteClients, type ClientChange } from '../clients/bulk-write-clients.service.ts';
import { Clients } from '../clients/clients.service.ts';
import { DomainError } from '../platform/http/problem.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import type { RunningJob } from '../platform/jobs/running-job.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { clientChange, newClient } from './import-bodies.ts';
import { type BuiltPlan, ImportPlanner } from './import-planner.ts';
import { ImportRows, type StoredRow } from './import-rows.ts';
import { ImportStore } from './import-store.ts';
import { twinsOf } from './decide-rows.ts';
import { RenewPlan } from './renew-plan.ts';

const KIND = 'CLIENT_IMPORT';
const LATE = '15 minutes';

type Tell = (done: number) => Promise<void>;

/** Carries out exactly what the review showed, in one transaction: all of it or nothing. */
@Injectable()
export class CommitImport implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly store: ImportStore,
    private readonly rows: ImportRows,
    private readonly planner: ImportPlanner,
    private readonly renewal: RenewPlan,
    private readonly clients: Clients,
    private readonly bulk: BulkWriteClients,
  ) {}

  onModuleInit(): void {
    this.jobs.register(KIND, (job) => this.run(job));
  }

  /** Starts the job; asked again while it runs or after it, the answer is the same. */
  async start(id: string): Promise<{ jobId: string }> {
    const { status, jobId } = await this.store.get(id, 'FOR UPDATE');
    if (status === 'COMMITTED' && jobId !== null) return { jobId };
    if (status === 'COMMITTING' && jobId !== null && !(await this.hasEnded(id, jobId))) return { jobId };
    if (status !== 'REVIEW' && status !== 'COMMITTING') throw new DomainError('WRONG_STATE');
    const { CREATE, UPDATE, STATUS } = await this.rows.countOutcomes(id);
    const started = await this.jobs.start(KIND, { importId: id }, CREATE + UPDATE + STATUS);
    await query(
      `UPDATE care.client_import SET status = 'COMMITTING', job_id = $2, problem = NULL, committing_at = now(), version = version + 1
       WHERE practice_id = ctx.practice_id() AND id = $1`,
      [id, started],
    );
    this.log('COMMIT_CLIENT_IMPORT', id);
    return { jobId: started };
  }

  /** A job that died without a word; a colleague's own cannot be seen, so hers is given time. */
  private async hasEnded(id: string, jobId: string): Promise<boolean> {
    const [row] = await query<{ ended: boolean }>(
      `SELECT coalesce((SELECT j.state = 'FAILED' FROM care.job j WHERE j.practice_id = ctx.practice_id() AND j.id = $2),
         i.committing_at < now() - interval '${LATE}') AS ended
       FROM care.client_import i WHERE i.practice_id = ctx.practice_id() AND i.id = $1`,
      [id, jobId],
    );
    return row?.ended ?? false;
  }

  private async run(job: RunningJob): Promise<string> {
    const id = String(job.params['importId']);
    try {
      await job.act(() => this.commit(id, (done) => job.progress(done)));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await job.act(() => this.renewal.renew(id, error.code));
      throw error;
    }
    return `/api/v1/client-imports/${id}`;
  }

  private async commit(id: string, tell: Tell): Promise<void> {
    await query(`SELECT pg_advisory_xact_lock(hashtextextended('client-import ' || ctx.practice_id(), 0))`);
    const { status, ...row } = await this.store.get(id, 'FOR UPDATE');
    if (status === 'COMMITTED') return;
    if (status !== 'COMMITTING') throw new DomainError('WRONG_STATE');
    const plan = await this.planner.build(await this.store.table(id), this.store.columns({ ...row, id }).fields);
    await this.refuseOtherPlan(id, plan);
    await this.carryOut(id, plan, tell);
    await this.close(id);
  }

  /** The register may have changed since the review. Then nothing is done: what was shown is what happens, or nothing. */
  private async refuseOtherPlan(id: string, { rows }: BuiltPlan): Promise<void> {
    const now = new Map(rows.map((row) => [keyOf(row), JSON.stringify([row.status, row.clientId, row.content])]));
    for await (const block of this.rows.blocks({ importId: id })) {
      for (const row of block) {
        if (row.status === 'MISSING' && row.outcome === 'NOTHING') continue;
        const same = now.get(keyOf(row)) === JSON.stringify([row.status, row.clientId, row.content]);
        if (!same) throw new DomainError('IMPORT_OUTDATED');
      }
    }
  }

  private async carryOut(id: string, { register }: BuiltPlan, tell: Tell): Promise<void> {
    const versions = new Map(register.map((client) => [client.id, client.version]));
    let done = 0;
    const told = async (rows: readonly StoredRow[]): Promise<void> => tell((done += rows.length));
    for await (const rows of this.rows.blocks({ importId: id, outcome: 'UPDATE' })) {
      await this.bulk.updateAll(rows.flatMap((row) => changeOf(row, versions)));
      await told(rows);
    }
    for await (const rows of this.rows.blocks({ importId: id, outcome: 'CREATE' })) {
      await this.bulk.createAll(rows.map((row) => newClient(personOf(row))));
      await told(rows);
    }
    for await (const rows of this.rows.blocks({ importId: id, outcome: 'STATUS' })) {
      for (const row of rows) await this.setStatus(row, versions);
      await told(rows);
    }
  }

  private async setStatus({ decision, targetId }: StoredRow, versions: ReadonlyMap<string, number>): Promise<void> {
    if (targetId === null || decision === null) throw new DomainError('IMPORT_OUTDATED');
    const change = { status: decision, statusOn: requestContext().today };
    await this.clients.update(targetId, `"${versions.get(targetId)}"`, change);
  }

  private async close(id: string): Promise<void> {
    await query(
      `UPDATE care.client_import SET status = 'COMMITTED', committed_at = ctx.now(), committed_by = ctx.user_id(),
         sealed_table = NULL, sealed_columns = NULL, version = version + 1
       WHERE practice_id = ctx.practice_id() AND id = $1`,
      [id],
    );
    await this.rows.forgetContents(id);
    this.log('FINISH_CLIENT_IMPORT', id);
  }

  private log(type: string, objectId: string): void {
    requestContext().log.push({ type, action: 'E', objectType: 'CLIENT_IMPORT', objectId, category: 1 });
  }
}

const keyOf = ({ lineNumber, clientId }: Pick<StoredRow, 'lineNumber' | 'clientId'>): string =>
  lineNumber === null ? `client ${clientId}` : `line ${lineNumber}`;

/** What a row that is taken says: without its faulty values where it was taken so. */
function personOf({ content }: StoredRow) {
  if (!content) throw new DomainError('IMPORT_OUTDATED');
  return content.without?.person ?? content.person;
}

function changeOf({ content, targetId }: StoredRow, versions: ReadonlyMap<string, number>): ClientChange[] {
  const version = versions.get(targetId ?? '');
  if (!content || targetId === null || version === undefined) throw new DomainError('IMPORT_OUTDATED');
  const twin = twinsOf(content)?.candidates.find(({ id }) => id === targetId);
  const changes = twin?.changes ?? content.without?.changes ?? content.changes;
  return changes.length === 0 ? [] : [{ id: targetId, version, change: clientChange(changes) }];
}
