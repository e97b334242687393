import type { AccessLogEvent } from '../platform/access-log/access-log-page.dto.ts';

/** One row of `audit.event` as JSON, with the names that stand in its side tables. */
export interface LogRow {
  readonly event_id: string;
  readonly seq: number;
  readonly occurred_at: string;
  readonly event_type: string;
  readonly action: string;
  readonly outcome: string;
  readonly user_id: string | null;
  readonly user_name: string | null;
  readonly responsible_user_id: string | null;
  readonly role_code: string | null;
  readonly org_id: string | null;
  readonly purpose: string;
  readonly address: string | null;
  readonly client_id: string | null;
  readonly object_type: string;
  readonly object_id: string | null;
  readonly query: { readonly code?: string; readonly ids?: readonly string[] } | null;
  readonly sensitivity: number | null;
  readonly authorisation_rule: string | null;
  readonly relation_rule: string | null;
  readonly consent_rule_id: string | null;
  readonly break_glass_id: string | null;
  readonly request_id: string;
}

export function logEvent(row: LogRow, organisations: ReadonlyMap<string, string>): AccessLogEvent {
  return {
    id: row.event_id,
    sequence: row.seq,
    occurredAt: row.occurred_at,
    type: row.event_type,
    action: row.action,
    outcome: row.outcome,
    refusal: row.outcome === 'SUCCESS' ? null : (row.query?.code ?? null),
    person: {
      userId: row.user_id,
      displayName: row.user_name,
      role: row.role_code,
      organisation: organisations.get(row.org_id ?? '') ?? null,
    },
    responsibleUserId: row.responsible_user_id,
    clientId: row.client_id,
    objectType: row.object_type,
    objectId: row.object_id,
    category: row.sensitivity,
    shown: row.query?.ids?.length ?? null,
    purpose: row.purpose,
    rule: row.authorisation_rule,
    relation: row.relation_rule,
    consent: row.consent_rule_id,
    emergency: row.break_glass_id !== null,
    accessPoint: row.address,
    requestId: row.request_id,
  };
}
