import { Injectable } from '@nestjs/common';
import { ClientAccess, type ClientView } from '../platform/access/client-access.ts';
import { type PageQuery, pageOf } from '../platform/http/page.ts';
import { query } from '../platform/request/request-context.ts';
import { Clients } from '../clients/clients.service.ts';
import type { ChangedValue, ClientHistoryPage, HistoryItem, HistoryPerson } from './client-history.dto.ts';
import {
  type AssignmentRow, assignments, type DataChangeRow, dataChanges, type ResponseChangeRow, responseChanges,
} from './history-rows.ts'; // prettier-ignore

type Colleagues = ReadonlyMap<string, HistoryPerson>;

const PEOPLE = ['gp_id', 'case_manager_id'];

/** Corrections of identity data, questionnaires and profiles together, newest first. Source: `trust.md` 2, AVG 16. */
@Injectable()
export class ClientHistory {
  constructor(
    private readonly access: ClientAccess,
    private readonly clients: Clients,
  ) {}

  async ofClient(clientId: string, page: PageQuery): Promise<ClientHistoryPage> {
    const opened = await this.access.open(clientId, 'IDENTITY', 'READ', { type: 'CLIENT_HISTORY' });
    const people = await colleagues();
    const data = (await dataChanges(clientId))
      .filter(({ ownerOrgId }) => opened.mayRead('IDENTITY', { ownerOrgId, category: 1 }))
      .map((row) => this.correction(opened, row, people));
    const forms = (await responseChanges(clientId)).map((row) => formChange(opened, row, people));
    const profiles = (await assignments(clientId))
      .filter(({ ownerOrgId }) => opened.mayRead('RISK_PROFILE', { ownerOrgId, category: 3 }))
      .map((row) => profileChange(row, people));
    const all = [...data, ...forms, ...profiles].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    const bsn = opened.decide('BSN', 'READ', { ownerOrgId: opened.ownerOrgId, category: 1 });
    return { ...pageOf(all, page), ...(bsn.allow ? {} : { hidden: [{ pointer: '/bsn', code: bsn.code }] }) };
  }

  private correction(opened: ClientView, row: DataChangeRow, people: Colleagues): HistoryItem {
    const columns = [...new Set([...Object.keys(row.before), ...Object.keys(row.after)])].toSorted();
    return {
      ...head(row, people),
      subject: row.subject,
      subjectId: row.subjectId,
      name: row.subject === 'CONTACT_PERSON' ? (row.name ?? null) : null,
      added: row.kind === 'ADDED',
      fields: columns.map((column) => this.value(opened, row, column, people)),
    };
  }

  private value(
    opened: ClientView,
    { before, after }: DataChangeRow,
    column: string,
    people: Colleagues,
  ): ChangedValue {
    const field = camelCase(column === 'bsn_cipher' ? 'bsn' : column);
    const shown = (value: unknown): string | null => {
      if (column === 'bsn_cipher') return this.clients.maskedIn(opened, value);
      return PEOPLE.includes(column) ? (people.get(String(value))?.displayName ?? null) : asText(value);
    };
    return { field, before: shown(before[column]), after: shown(after[column]) };
  }
}

type Head = Pick<HistoryItem, 'id' | 'at' | 'by' | 'reason'>;

const head = (row: { id: string; at: string; by: string | null; reason: string | null }, people: Colleagues): Head => ({
  id: row.id,
  at: row.at,
  by: people.get(row.by ?? '') ?? null,
  reason: row.reason,
});

/** That a form was amended or declared void stands in its head; which answers, and why, only for who may read them. */
function formChange(opened: ClientView, row: ResponseChangeRow, people: Colleagues): HistoryItem {
  const { ownerOrgId, madeBy } = row;
  const mayKnowWhy = opened.mayRead('HEALTH_ANSWERS', { ownerOrgId, category: 3, madeBy });
  const read = row.sheets.filter(({ category, ownerOrgId: owner }) =>
    opened.mayRead(category === 2 ? 'WELLBEING_ANSWERS' : 'HEALTH_ANSWERS', { ownerOrgId: owner, category, madeBy }),
  );
  const fields = read.flatMap(({ before, after }) =>
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .toSorted()
      .map((field) => ({ field, before: asText(before[field]), after: asText(after[field]) }))
      .filter((value) => value.before !== value.after),
  );
  const why = mayKnowWhy ? row.reason : null;
  return {
    ...head({ ...row, reason: why }, people),
    subject: 'RESPONSE',
    subjectId: row.id,
    name: null,
    added: !row.isVoid,
    fields: row.isVoid ? [{ field: 'status', before: 'COMPLETED', after: 'VOID' }] : fields,
  };
}

function profileChange(row: AssignmentRow, people: Colleagues): HistoryItem {
  const fields = [{ field: 'profile', before: row.before, after: row.after }];
  return {
    ...head(row, people),
    subject: 'PROFILE',
    subjectId: row.id,
    name: null,
    added: row.before === null,
    fields,
  };
}

async function colleagues(): Promise<Colleagues> {
  const rows = await query<HistoryPerson>(
    `SELECT id AS "userId", display_name AS "displayName", role FROM care.membership WHERE practice_id = ctx.practice_id()`,
  );
  return new Map(rows.map((row) => [row.userId, row]));
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const camelCase = (column: string): string =>
  column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
