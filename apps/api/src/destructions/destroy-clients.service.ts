import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Config } from '../platform/config/config.ts';
import { CONFIG } from '../platform/config/config.module.ts';
import { newId } from '../platform/http/uuid.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { carryOut } from './carry-out.ts';
import { type LedgerEntry, RECORDS_FILE } from './ledger-file.ts';
import { ruleOfDecision } from './rule-of-decision.ts';

const JOB = 'DESTRUCTION';

/** Carries a decision out: first the ledger, in the database and in a file beside it, then the record itself. */
@Injectable()
export class DestroyClients implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.register(JOB, (job) =>
      carryOut(job, this.config, { file: RECORDS_FILE, read: ledgerEntries, destroy: destroyOne }),
    );
  }

  /** Writes the ledger and starts the work, in the transaction of the decision; records merged into hers go with a client. */
  async order(clientIds: readonly string[], rule: 'REQUEST' | 'RETENTION'): Promise<string> {
    const records = await query<{ id: string }>(
      `SELECT DISTINCT r.id FROM unnest($1::uuid[]) AS c CROSS JOIN LATERAL unnest(care.records_of(c)) AS r (id)`,
      [clientIds],
    );
    const entries = records.map(({ id }) => ({ id: newId(), clientId: id }));
    await query(
      `INSERT INTO care.destruction (practice_id, id, client_id, rule, decided_by, decided_on)
       SELECT ctx.practice_id(), e.id, e."clientId", $2, ctx.user_id(), $3 FROM jsonb_to_recordset($1::jsonb) AS e (id uuid, "clientId" uuid)
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(entries), rule, requestContext().today],
    );
    return this.jobs.start(JOB, { ledgerIds: entries.map(({ id }) => id) }, entries.length);
  }
}

function ledgerEntries(ids: unknown): Promise<LedgerEntry[]> {
  return query<LedgerEntry>(
    `SELECT practice_id AS "practiceId", id, client_id AS "clientId", rule, decided_by AS "decidedBy", decided_on AS "decidedOn"
     FROM care.destruction WHERE practice_id = ctx.practice_id() AND id = ANY ($1::uuid[]) ORDER BY id`,
    [ids],
  );
}

/** The log keeps that it was done, and who did it; of the client an id that leads nowhere. */
async function destroyOne({ clientId }: LedgerEntry): Promise<void> {
  await query('SELECT care.destroy_client($1)', [clientId]);
  requestContext().log.push({
    type: 'DESTROY_CLIENT',
    action: 'D',
    objectType: 'CLIENT',
    objectId: clientId,
    clientId,
    ...ruleOfDecision(),
  });
}
