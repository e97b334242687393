/** Rows of the access log, made without the product: as many as a busy network makes in a year. */
import type { TestApp } from '../support/staff.ts';
import type { Client, Person, Village } from './village.ts';

export interface Act {
  readonly at: number;
  readonly person: Person;
  readonly type: string;
  readonly action: 'C' | 'R' | 'U' | 'E';
  readonly client: Client | null;
  readonly ids?: readonly string[];
  readonly emergency?: string;
}

const OPENING = ['READ_CLIENT', 'READ_CONTACT_PERSONS', 'READ_RESPONSES', 'READ_PROFILES'];

/** Opening a record: what the screen reads of itself. */
export const opens = (person: Person, client: Client, at: number, emergency?: string): Act[] =>
  OPENING.map((type, index) => ({
    at: at + index * 300,
    person,
    type,
    action: 'R',
    client,
    ...(emergency === undefined ? {} : { emergency }),
  }));

export const writes = (person: Person, client: Client, at: number, type = 'UPDATE_CLIENT', action: 'C' | 'U' = 'U'): Act => ({
  at, person, type, action, client,
}); // prettier-ignore

/** Entering one form: begun, saved as it goes, finished. */
export const entersForm = (person: Person, client: Client, at: number): Act[] => [
  ...opens(person, client, at).slice(0, 1),
  writes(person, client, at + 5_000, 'CREATE_RESPONSE', 'C'),
  ...Array.from({ length: 10 }, (_, index) => writes(person, client, at + 8_000 + index * 3_000, 'UPDATE_RESPONSE')),
  writes(person, client, at + 45_000, 'FINALISE_RESPONSE'),
];

/** Writes the rows of a stretch of days, in the order of time; answers the last number. */
export async function appendActs(
  { owner }: TestApp,
  village: Village,
  acts: readonly Act[],
  lastSeq: number,
): Promise<number> {
  const inOrder = acts.toSorted((a, b) => a.at - b.at);
  const SIZE = 10_000;
  for (let at = 0; at < inOrder.length; at += SIZE) {
    const part = inOrder.slice(at, at + SIZE);
    await owner.query(
      `INSERT INTO audit.event (practice_id, seq, occurred_at, event_id, event_type, action, outcome, user_id, user_is_requestor,
         responsible_user_id, role_code, purpose, ap_type, ap_id, client_id, object_type, object_role, object_id_type, lifecycle, query,
         policy_set, authorisation_rule, relation_rule, consent_rule_id, checks, org_id, source_id, source_type, request_id, break_glass_id)
       SELECT $1, $2 + o, to_timestamp(t / 1000.0), gen_random_uuid(), k, a, 'SUCCESS', u, true, u, r, 'TREATMENT', 'IP_ADDRESS', '-', c,
         coalesce(substr(k, strpos(k, '_') + 1), k), 'PATIENT_DATA', 'UUID', 'ACCESS', q, 'samenoud-matrix-1', 'GENERATED', 'PRACTICE', 'OWN',
         'F,T,R,C,S', g, 'samenoud', 'APPLICATION_SERVER', '-', b
       FROM unnest($3::double precision[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::uuid[], $9::jsonb[], $10::uuid[], $11::uuid[])
         WITH ORDINALITY AS x (t, k, a, u, r, c, q, g, b, o)`,
      [
        village.practiceId, lastSeq + at,
        part.map((one) => one.at), part.map((one) => one.type), part.map((one) => one.action),
        part.map((one) => one.person.id), part.map((one) => one.person.role), part.map((one) => one.client?.id ?? null),
        part.map((one) => (one.ids ? JSON.stringify({ ids: one.ids }) : null)), part.map((one) => one.person.organisationId),
        part.map((one) => one.emergency ?? null),
      ],
    ); // prettier-ignore
  }
  return lastSeq + inOrder.length;
}
