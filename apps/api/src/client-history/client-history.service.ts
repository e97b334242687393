import { Injectable } from '@nestjs/common';
import { ClientAccess, type ClientView, type ShownRow } from '../platform/access/client-access.ts';
import { type HiddenPart, hiddenCode } from '../platform/http/hidden.dto.ts';
import { type PageQuery, pageOf } from '../platform/http/page.ts';
import { query } from '../platform/request/request-context.ts';
import { Clients } from '../clients/clients.service.ts';
import type { ChangedValue, ClientHistoryPage, HistoryItem, HistoryPerson } from './client-history.dto.ts';
import {
  type AssignmentRow, assignments, type DataChangeRow, dataChanges, type ResponseChangeRow, responseChanges,
} from './history-rows.ts'; // prettier-ignore

type Colleagues = ReadonlyMap<string, HistoryPerson>;

/** A line of the history, and the rows it shows something of. */
interface Told {
  readonly item: HistoryItem;
  readonly shown: readonly ShownRow[];
}

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
    const data = (await dataChanges(clientId)).flatMap((row) => this.correction(opened, row, people));
    const forms = (await responseChanges(clientId)).flatMap((row) => formChange(opened, row, people));
    const profiles = (await assignments(clientId)).flatMap((row) => profileChange(opened, row, people));
    const all = [...data, ...forms, ...profiles].toSorted(({ item: a }, { item: b }) =>
      a.at < b.at ? 1 : a.at > b.at ? -1 : 0,
    );
    const part = pageOf(
      all.map(({ item }) => item),
      page,
    );
    const told = all.filter(({ item }) => part.items.includes(item));
    this.access.logShown(opened, { type: 'CLIENT_HISTORY' }, told.flatMap(({ shown }) => shown)); // prettier-ignore
    const bsn = opened.decide('BSN', 'READ', { ownerOrgId: opened.ownerOrgId, category: 1 });
    return { ...part, ...(bsn.allow ? {} : { hidden: [{ pointer: '/bsn', code: bsn.code }] }) };
  }

  private correction(opened: ClientView, row: DataChangeRow, people: Colleagues): Told[] {
    const owned = { ownerOrgId: row.ownerOrgId, category: 1 } as const;
    const decision = opened.decide('IDENTITY', 'READ', owned);
    if (!decision.allow) return [];
    const columns = [...new Set([...Object.keys(row.before), ...Object.keys(row.after)])].toSorted();
    const item = {
      ...head(row, people),
      subject: row.subject,
      subjectId: row.subjectId,
      name: row.subject === 'CONTACT_PERSON' ? (row.name ?? null) : null,
      added: row.kind === 'ADDED',
      fields: columns.map((column) => this.value(opened, row, column, people)),
    };
    return [{ item, shown: [{ decision, row: owned }] }];
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
function formChange(opened: ClientView, row: ResponseChangeRow, people: Colleagues): Told[] {
  const ofHead = { ownerOrgId: row.ownerOrgId, category: 1 } as const;
  if (!opened.mayRead('IDENTITY', ofHead)) return [];
  const { reason, shown: shownWhy, hidden: hiddenWhy } = whyOfForm(opened, row);
  const { fields, shown, hidden } = answersOfForm(opened, row);
  const left = [...hiddenWhy, ...hidden];
  const item = {
    ...head({ ...row, reason }, people),
    subject: 'RESPONSE',
    subjectId: row.id,
    name: null,
    added: !row.isVoid,
    fields: row.isVoid ? [{ field: 'status', before: 'COMPLETED', after: 'VOID' }] : fields,
    ...(left.length > 0 ? { hidden: left } : {}),
  };
  return [{ item, shown: [...shownWhy, ...shown] }];
}

interface Part {
  readonly shown: readonly ShownRow[];
  readonly hidden: readonly HiddenPart[];
}

function whyOfForm(opened: ClientView, row: ResponseChangeRow): Part & { reason: string | null } {
  const owned = { ownerOrgId: row.ownerOrgId, category: 3, madeBy: row.madeBy } as const;
  const decision = opened.decide('HEALTH_ANSWERS', 'READ', owned);
  if (!decision.allow)
    return { reason: null, shown: [], hidden: [{ pointer: '/reason', code: hiddenCode(decision.code) }] };
  return { reason: row.reason, shown: row.reason === null ? [] : [{ decision, row: owned }], hidden: [] };
}

function answersOfForm(opened: ClientView, { sheets, madeBy }: ResponseChangeRow): Part & { fields: ChangedValue[] } {
  const fields: ChangedValue[] = [];
  const shown: ShownRow[] = [];
  const refused = new Set<string>();
  for (const { category, ownerOrgId, before, after } of sheets) {
    const row = { ownerOrgId, category, madeBy };
    const decision = opened.decide(category === 2 ? 'WELLBEING_ANSWERS' : 'HEALTH_ANSWERS', 'READ', row);
    const changed = changedAnswers(before, after);
    if (!decision.allow) refused.add(hiddenCode(decision.code));
    else if (changed.length > 0) shown.push({ decision, row });
    if (decision.allow) fields.push(...changed);
  }
  return { fields, shown, hidden: [...refused].map((code) => ({ pointer: '/fields', code })) };
}

const changedAnswers = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .toSorted()
    .map((field): ChangedValue => ({ field, before: asText(before[field]), after: asText(after[field]) }))
    .filter((value) => value.before !== value.after);

/** Who sees the class only is not told why either, as in the list of profiles. */
function profileChange(opened: ClientView, row: AssignmentRow, people: Colleagues): Told[] {
  const owned = { ownerOrgId: row.ownerOrgId, category: 3 } as const;
  const decision = opened.decide('RISK_PROFILE', 'READ', owned);
  if (!decision.allow) return [];
  const isClassOnly = decision.grant.limit === 'CLASS_ONLY';
  const item = {
    ...head(isClassOnly ? { ...row, reason: null } : row, people),
    subject: 'PROFILE',
    subjectId: row.id,
    name: null,
    added: row.before === null,
    fields: [{ field: 'profile', before: row.before, after: row.after }],
    ...(isClassOnly ? { hidden: [{ pointer: '/reason', code: 'ROLE' }] } : {}),
  };
  return [{ item, shown: [{ decision, row: owned }] }];
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
