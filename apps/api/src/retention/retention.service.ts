import { Injectable } from '@nestjs/common';
import { isDestroyDue, listName, mayEver, type PersonName, RETENTION_RULES_VERSION } from '@samenoud/domain';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { type KeptRecord, keptRecords } from './kept-records.ts';
import type { DueRecord, DueRecordList, RetainedPartView } from './retention.dto.ts';

interface PersonRow {
  readonly id: string;
  readonly status: string;
  readonly name: PersonName;
}

/** Records whose term is over. Nothing is destroyed here: see `RetentionBatches`. Source: `trust.md` 2, BW 7:454(3), Wmo 2015. */
@Injectable()
export class Retention {
  /** For who finalises destruction those she may see, by name; for who watches over it all of them, without. Longest due first. */
  async list(page: PageQuery): Promise<DueRecordList> {
    const due = (await this.dueNow()).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
    const ids = due.map(({ clientId }) => clientId);
    const people = await visiblePeople(ids);
    const asked = new Set(await askedClients());
    const isNamed = mayEver(requestContext().user.role, 'DESTRUCTION', 'FINALISE');
    const seen = due.filter(({ clientId }) => !isNamed || people.has(clientId));
    const part = pageOf(
      seen.map((record) => view(record, people.get(record.clientId), asked)),
      page,
    );
    requestContext().log.push({
      type: 'READ_RETENTION',
      action: 'R',
      objectType: 'RETENTION',
      query: { ids: part.items.map(({ id }) => id) },
      category: 1,
    });
    return { ...part, rulesVersion: RETENTION_RULES_VERSION };
  }

  /** What may be destroyed at this moment, in the transaction at hand. */
  async dueNow(): Promise<KeptRecord[]> {
    const { today } = requestContext();
    return (await keptRecords()).filter(({ dueOn }) => isDestroyDue(dueOn, today));
  }
}

async function visiblePeople(ids: readonly string[]): Promise<ReadonlyMap<string, PersonRow>> {
  const rows = await query<PersonRow>(
    `SELECT c.id, c.status, jsonb_build_object('initials', c.initials, 'given', c.given_name, 'prefix', c.name_prefix,
       'family', c.family_name, 'partnerPrefix', c.partner_prefix, 'partnerFamily', c.partner_family_name, 'use', c.name_use) AS name
     FROM care.client c WHERE c.practice_id = ctx.practice_id() AND c.id = ANY ($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those in a question that still waits; one of 14 days old waits no more. */
export async function askedClients(): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `SELECT DISTINCT c.client_id AS id FROM care.approval a
       JOIN care.approval_client c ON c.practice_id = a.practice_id AND c.approval_id = a.id
     WHERE a.practice_id = ctx.practice_id() AND a.kind = 'RETENTION_BATCH' AND a.state = 'OPEN'
       AND a.asked_at > ctx.now() - interval '14 days'`,
  );
  return rows.map(({ id }) => id);
}

function view(record: KeptRecord, person: PersonRow | undefined, asked: ReadonlySet<string>): DueRecord {
  return {
    id: record.clientId,
    clientName: person === undefined ? null : listName(person.name),
    status: person?.status ?? null,
    dueOn: record.dueOn,
    parts: record.parts.map(partView),
    asked: asked.has(record.clientId),
  };
}

function partView({ part, rule, dueOn }: KeptRecord['parts'][number]): RetainedPartView {
  const { recordType, ownerOrgId, ownerName, ownerKind, lastClinicalChangeOn } = part;
  return {
    recordType,
    ownerOrgId,
    ownerName,
    ownerKind,
    lastClinicalChangeOn,
    ruleId: rule.id,
    years: rule.years,
    dueOn,
  };
}
