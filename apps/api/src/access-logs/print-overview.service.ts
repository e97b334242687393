import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Day, PersonName } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { Documents } from '../platform/documents/documents.ts';
import { DomainError } from '../platform/http/problem.ts';
import { requireFreshSecondFactor } from '../platform/identity/fresh-second-factor.ts';
import type { JobStarted } from '../platform/jobs/job.dto.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import type { RunningJob } from '../platform/jobs/running-job.ts';
import { query, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { OverviewLine, PrintOverview } from './client-overview.dto.ts';
import { ClientOverview } from './client-overview.service.ts';
import { LoggedClients } from './logged-clients.ts';
import { type OverviewPaper, renderOverview } from './overview-paper.ts';

const JOB = 'CLIENT_OVERVIEW';
const PAGE = 200;

type Params = { readonly clientId: string; readonly from?: Day; readonly until?: Day };
type Head = Pick<OverviewPaper, 'client' | 'practice' | 'madeOn'>;

const CLIENT = `SELECT initials, given_name AS given, name_prefix AS prefix, family_name AS family, partner_prefix AS "partnerPrefix",
  partner_family_name AS "partnerFamily", name_use AS use, birth_date AS "birthDate" FROM care.client_of_overview($1)`;
const PRACTICE = `SELECT coalesce(l.name, p.name) AS name, coalesce(l.phone, p.phone, '') AS phone, p.log_names AS "withNames"
  FROM care.practice p LEFT JOIN care.letterhead l ON l.practice_id = p.id WHERE p.id = ctx.practice_id()`;

/** The overview on paper: asked for with a fresh second factor, read page by page with the rights of that moment, and drawn in a job. */
@Injectable()
export class PrintOverviews implements OnModuleInit {
  constructor(
    private readonly access: ClientAccess,
    private readonly clients: LoggedClients,
    private readonly overview: ClientOverview,
    private readonly documents: Documents,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register(JOB, (job) => this.print(job));
  }

  /** Throws STEP_UP_REQUIRED, and CLIENT_NOT_NAMED where the client is not the one of that name and birth date. */
  async start(clientId: string, { family, birthDate, from, until }: PrintOverview): Promise<JobStarted> {
    const decision = (await this.access.look(clientId)).decide('ACCESS_LOG_CLIENT', 'EXPORT');
    if (!decision.allow) throw new DomainError(decision.code);
    requireFreshSecondFactor();
    const found = await this.clients.find({ family, birthDate });
    if (!found.items.some(({ id }) => id === clientId)) throw new DomainError('CLIENT_NOT_NAMED');
    this.log('START_CLIENT_OVERVIEW', clientId, {});
    const params: Params = { clientId, ...(from && { from }), ...(until && { until }) };
    return { jobId: await this.jobs.start(JOB, params, 1) };
  }

  private async print(job: RunningJob): Promise<string> {
    const params = job.params as unknown as Params;
    const head = await job.act(() => this.head(params.clientId));
    const lines: OverviewLine[] = [];
    let cursor: string | undefined;
    do {
      const page = await job.act(() =>
        this.overview.read(params.clientId, { ...params, limit: PAGE, ...(cursor && { cursor }) }, 'EXPORT'),
      );
      lines.push(...page.items);
      cursor = page.nextCursor ?? undefined;
      await job.progress(lines.length, page.total);
    } while (cursor !== undefined);
    const content = await renderOverview({ ...head, from: params.from, until: params.until, lines });
    return job.act(() => this.keep(params.clientId, content, lines.length));
  }

  private async head(clientId: string): Promise<Head> {
    const [client] = await query<PersonName & { birthDate: Day }>(CLIENT, [clientId]);
    if (!client) throw new DomainError('NOT_FOUND');
    const practice = await queryOne<Head['practice']>(PRACTICE);
    return { client, practice, madeOn: requestContext().today };
  }

  private keep(clientId: string, content: Buffer, lines: number): Promise<string> {
    this.log('EXPORT_CLIENT_OVERVIEW', clientId, { lines });
    const fileName = `${text('accessOverview.fileName')}.pdf`;
    return this.documents.keep({ kind: JOB, mediaType: 'application/pdf', fileName, content });
  }

  private log(type: string, clientId: string, counts: object): void {
    requestContext().log.push({
      type,
      action: 'E',
      objectType: JOB,
      objectId: clientId,
      clientId,
      purpose: 'AUDIT',
      rule: 'ACCESS_LOG_CLIENT.EXPORT.LOG_OFFICER',
      relation: 'TENANT',
      basis: 'NOT_NEEDED',
      query: { ...counts },
    });
  }
}
