import { Injectable } from '@nestjs/common';
import { type InstrumentPack, writesCategory } from '@samenoud/domain';
import { Instruments } from '../instruments/instruments.service.ts';
import { Letterheads } from '../letterheads/letterheads.service.ts';
import { ClientAccess, type ClientView } from '../platform/access/client-access.ts';
import { type ExportedPage, type ExportedRow, type ExportPart, ExportParts } from '../platform/exports/export-parts.ts';
import { DomainError } from '../platform/http/problem.ts';
import type { RunningJob } from '../platform/jobs/running-job.ts';
import { requestContext } from '../platform/request/request-context.ts';
import type { ExportedRecord, HiddenPartOfRecord } from './exported-record.ts';
import {
  type ExportedOrganisation,
  readColleagues,
  readOrganisations,
  SHARED_CATEGORIES,
} from './parts/core-parts.service.ts';
import { recipientsOf } from './recipients.ts';

/** Category and writer of rows that the person at hand may read now. */
export type Shared = readonly (readonly [category: number, fromOrgId: string])[];

/** Reads a record page by page, each page with the rights of its moment. */
@Injectable()
export class ReadRecord {
  constructor(
    private readonly parts: ExportParts,
    private readonly access: ClientAccess,
    private readonly instruments: Instruments,
    private readonly letterheads: Letterheads,
  ) {}

  get size(): number {
    return this.parts.list().length;
  }

  /** Throws NOT_FOUND, RESTRICTED or NO_BASIS as soon as the right to export ends, also half-way. */
  async read(job: RunningJob, clientId: string): Promise<ExportedRecord> {
    const parts: Record<string, readonly ExportedRow[]> = {};
    for (const [index, part] of this.parts.list().entries()) {
      parts[part.name] = await this.readPart(job, part, clientId);
      await job.progress(index + 1);
    }
    return job.act(() => this.frame(clientId, parts));
  }

  /** What is shared with the person at hand now. Throws where she may not export at all. */
  async shared(clientId: string): Promise<Shared> {
    const view = await this.open(clientId);
    const organisations = await readOrganisations();
    return SHARED_CATEGORIES.flatMap((category) =>
      organisations
        .filter(({ id }) => id === requestContext().user.organisationId || hasBasis(view, category, id))
        .map(({ id }) => [category, id] as const),
    );
  }

  private async readPart(job: RunningJob, part: ExportPart, clientId: string): Promise<readonly ExportedRow[]> {
    const rows: ExportedRow[] = [];
    let after: string | null = null;
    do {
      const at: string | null = after;
      const page: ExportedPage = await job.act(async () => {
        await this.open(clientId);
        return part.read(clientId, at);
      });
      rows.push(...page.rows);
      ({ after } = page);
    } while (after !== null);
    return rows;
  }

  private async open(clientId: string): Promise<ClientView> {
    const view = await this.access.look(clientId);
    const decision = view.decide('CLIENT_EXPORT', 'EXPORT');
    if (!decision.allow) throw new DomainError(decision.code);
    return view;
  }

  private async frame(
    clientId: string,
    parts: Readonly<Record<string, readonly ExportedRow[]>>,
  ): Promise<ExportedRecord> {
    const { user, now } = requestContext();
    const view = await this.open(clientId);
    const organisations = await readOrganisations();
    const named = JSON.stringify(parts);
    const { phone, name } = await this.letterheads.get();
    return {
      format: 'samenoud-client-record',
      version: 1,
      clientId,
      madeAt: new Date(now).toISOString(),
      madeBy: {
        userId: user.userId,
        displayName: user.displayName,
        role: user.role,
        organisation: user.organisationName,
      },
      practice: { id: user.practiceId, name: name ?? user.practiceName, phone: phone ?? '' },
      parts,
      hidden: this.hidden(view, organisations),
      recipients: recipientsOf(parts['accessLog'] ?? []),
      colleagues: (await readColleagues()).filter(({ userId }) => userId === user.userId || named.includes(userId)),
      organisations,
      instruments: await this.packs(parts['responses'] ?? []),
    };
  }

  private hidden(view: ClientView, organisations: readonly ExportedOrganisation[]): HiddenPartOfRecord[] {
    return this.parts.list().flatMap(({ name, reads }) => {
      const codes = reads.flatMap(({ resource, category }) =>
        category === null
          ? [view.decide(resource, 'READ')]
          : organisations
              .filter((one) => writesCategory(one.kind, category))
              .map(({ id }) => view.decide(resource, 'READ', { ownerOrgId: id, category })),
      );
      const refused = new Set(codes.flatMap((decision) => (decision.allow ? [] : [decision.code === 'NOT_FOUND' ? 'ROLE' : decision.code]))); // prettier-ignore
      return [...refused].toSorted().map((code) => ({ pointer: `/parts/${name}`, code }));
    });
  }

  private async packs(responses: readonly ExportedRow[]): Promise<InstrumentPack[]> {
    const packs = new Map<string, InstrumentPack>();
    for (const { gfiVersion, imesaVersion } of responses) {
      const key = `${String(gfiVersion)} ${String(imesaVersion)}`;
      if (packs.has(`gfi ${key}`)) continue;
      const { gfi, imesa } = await this.instruments.packs({ gfi: String(gfiVersion), imesa: String(imesaVersion) });
      packs.set(`gfi ${key}`, gfi).set(`imesa ${key}`, imesa);
    }
    const known = new Map([...packs.values()].map((pack) => [`${pack.instrument} ${pack.version}`, pack]));
    return [...known.values()].toSorted((a, b) => (a.instrument + a.version < b.instrument + b.version ? -1 : 1));
  }
}

function hasBasis(view: ClientView, category: number, fromOrgId: string): boolean {
  return view.related.bases?.some((basis) => basis[0] === category && basis[1] === fromOrgId) ?? false;
}
