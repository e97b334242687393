import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { DestructionPart } from '@samenoud/domain';
import type { Config } from '../platform/config/config.ts';
import { CONFIG } from '../platform/config/config.module.ts';
import { newId } from '../platform/http/uuid.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { carryOut } from './carry-out.ts';
import { PARTS_FILE, type PartEntry } from './ledger-file.ts';
import { ruleOfDecision } from './rule-of-decision.ts';

const JOB = 'PARTIAL_DESTRUCTION';

/** Carries out that a part of a record goes while the rest stays: first the ledger, which names the rows, then these. */
@Injectable()
export class DestroyParts implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.register(JOB, (job) =>
      carryOut(job, this.config, { file: PARTS_FILE, read: ledgerEntries, destroy: destroyOne }),
    );
  }

  /** In the transaction of the decision: what the parts hold now goes, and nothing that is written later. */
  async order(clientId: string, parts: readonly DestructionPart[]): Promise<void> {
    const wanted = [...new Set(parts)].map((part) => ({ id: newId(), part }));
    const lines = await query<{ id: string }>(
      `INSERT INTO care.partial_destruction (practice_id, id, client_id, part, row_ids, decided_by, decided_on)
       SELECT ctx.practice_id(), p.id, $2, p.part, p.ids, ctx.user_id(), $3
       FROM (SELECT id, part, care.rows_of_part($2, part) AS ids FROM jsonb_to_recordset($1::jsonb) AS e (id uuid, part text)) p
       WHERE p.ids <> '{}' RETURNING id`,
      [JSON.stringify(wanted), clientId, requestContext().today],
    );
    if (lines.length > 0) await this.jobs.start(JOB, { ledgerIds: lines.map(({ id }) => id) }, lines.length);
  }
}

function ledgerEntries(ids: unknown): Promise<PartEntry[]> {
  return query<PartEntry>(
    `SELECT practice_id AS "practiceId", id, client_id AS "clientId", part, row_ids AS "rowIds", decided_by AS "decidedBy",
       decided_on AS "decidedOn" FROM care.partial_destruction
     WHERE practice_id = ctx.practice_id() AND id = ANY ($1::uuid[]) ORDER BY id`,
    [ids],
  );
}

/** The log keeps of which part something went, and who decided; not what it said. */
async function destroyOne({ id, clientId, part, rowIds }: PartEntry): Promise<void> {
  await query('SELECT care.destroy_part($1)', [id]);
  requestContext().log.push({
    type: 'DESTROY_PART',
    action: 'D',
    objectType: 'RECORD_PART',
    objectId: id,
    clientId,
    query: { part, ids: rowIds },
    ...ruleOfDecision(),
  });
}
