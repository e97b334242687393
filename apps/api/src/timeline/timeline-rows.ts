import type { ConsentCategory, Resource } from '@samenoud/domain';
import { query } from '../platform/request/request-context.ts';

/** What the stream is made of, and whose rights each kind follows. */
export const TIMELINE_RESOURCES = {
  RESPONSE: 'IDENTITY',
  PROFILE: 'RISK_PROFILE',
  CONTACT: 'CONTACTS',
  SIGNAL: 'CONTACTS',
  REFERRAL: 'CONTACTS',
  PLAN: 'CARE_PLAN',
  ACTION: 'TASKS',
  MEETING: 'MEETING',
  TEAM: 'TEAM',
  CONSENT: 'CONSENT',
  INVITATION: 'SCREENING',
} as const satisfies Readonly<Record<string, Resource>>;
export type TimelineKind = keyof typeof TIMELINE_RESOURCES;
export const TIMELINE_KINDS = Object.keys(TIMELINE_RESOURCES) as TimelineKind[];

export interface TimelineRow {
  readonly id: string;
  readonly kind: TimelineKind;
  readonly code: string;
  readonly at: string;
  readonly on: string;
  readonly by: string | null;
  readonly about: string | null;
  readonly text: string | null;
  readonly ownerOrgId: string;
  readonly category: ConsentCategory;
  readonly fields: readonly { field: string; before: string | null; after: string | null }[];
}

/** Rows that are kept by the practice itself have no owner of their own. */
const PRACTICE_ORG = `(SELECT c.owner_org_id FROM care.client c WHERE c.practice_id = ctx.practice_id() AND c.id = $1)`;
const NO_FIELDS = `'[]'::jsonb`;
const oneField = (field: string, before: string, after: string): string =>
  `jsonb_build_array(jsonb_build_object('field', '${field}', 'before', ${before}, 'after', ${after}))`;
/** Keys of two JSON objects with their value in both. */
const fieldsOf = (before: string, after: string): string => `(SELECT coalesce(jsonb_agg(jsonb_build_object('field', k,
  'before', ${before} ->> k, 'after', ${after} ->> k) ORDER BY k), ${NO_FIELDS}) FROM jsonb_object_keys(${before} || ${after}) AS k)`;

interface Source {
  readonly kind: TimelineKind;
  readonly from: string;
  /** id, code, instant, day, by, about, text, owner, category, fields. */
  readonly columns: readonly [string, string, string, string, string, string, string, string, string, string];
}

const ofClient = (alias: string): string => `${alias}.practice_id = ctx.practice_id() AND ${alias}.client_id = $1`;

const SOURCES: readonly Source[] = [
  {
    kind: 'RESPONSE',
    from: `care.response r WHERE ${ofClient('r')} AND r.status = 'COMPLETED'`,
    columns: ['r.id', `coalesce(r.channel, r.entry_mode)`, 'r.completed_at', 'r.completed_on', 'r.entered_by', 'NULL', 'NULL',
      'r.owner_org_id', 'r.category', NO_FIELDS],
  },
  {
    kind: 'PROFILE',
    from: `(SELECT *, lag(profile) OVER (ORDER BY assigned_at, id) AS before FROM care.profile_assignment one WHERE ${ofClient('one')}) a`,
    columns: ['a.id', 'a.profile', 'a.assigned_at', 'a.assigned_on', 'a.assigned_by', 'NULL', 'a.reason', 'a.owner_org_id',
      'a.category', `CASE WHEN a.before IS NULL THEN ${NO_FIELDS} ELSE ${oneField('profile', 'a.before', 'a.profile')} END`],
  },
  {
    kind: 'PROFILE',
    from: `care.profile_assignment a WHERE ${ofClient('a')} AND a.undone_at IS NOT NULL`,
    columns: [`md5('undone' || a.id)::uuid`, `'UNDONE'`, 'a.undone_at', 'NULL', 'a.undone_by', 'NULL', 'NULL', 'a.owner_org_id', 'a.category',
      NO_FIELDS],
  },
  {
    kind: 'MEETING',
    from: `care.agenda_topic t WHERE ${ofClient('t')}`,
    columns: ['t.id', `'BROUGHT_IN'`, 't.added_at', 'NULL', 't.added_by', 'NULL', 't.question', 't.owner_org_id', 't.category', NO_FIELDS],
  },
  {
    kind: 'MEETING',
    from: `care.agenda_item i JOIN care.meeting m ON m.practice_id = i.practice_id AND m.id = i.meeting_id
      WHERE ${ofClient('i')} AND i.outcome IS NOT NULL AND m.state IN ('CLOSED', 'REOPENED')`,
    columns: ['i.id', 'i.outcome', 'i.outcome_at', `(m.starts_at AT TIME ZONE 'Europe/Amsterdam')`, 'i.outcome_by', 'NULL', 'i.question',
      'i.owner_org_id', 'i.category', NO_FIELDS],
  },
  {
    kind: 'MEETING',
    from: `care.decision d WHERE ${ofClient('d')} AND (d.kind IN ('NEXT_REVIEW', 'END_REVIEW', 'NOTE') OR d.reverses_id IS NOT NULL)`,
    columns: ['d.id', `CASE WHEN d.reverses_id IS NULL THEN d.kind ELSE 'UNDONE' END`, 'd.recorded_at', 'NULL', 'd.recorded_by', 'NULL',
      `coalesce(d.text, to_char(d.next_review_on, 'DD-MM-YYYY'))`, 'd.owner_org_id', 'd.category', NO_FIELDS],
  },
  {
    kind: 'CONTACT',
    from: `care.contact_moment k WHERE ${ofClient('k')} AND k.struck_at IS NULL`,
    columns: ['k.id', `CASE WHEN k.reached THEN k.type ELSE 'NOT_REACHED' END`, 'k.recorded_at', 'k.contact_on', 'k.recorded_by', 'NULL',
      'k.note', 'k.owner_org_id', 'k.category', NO_FIELDS],
  },
  {
    kind: 'SIGNAL',
    from: `care.signal n WHERE ${ofClient('n')}`,
    columns: ['n.id', 'n.type', 'n.recorded_at', 'n.seen_on', 'n.recorded_by', 'NULL', 'n.text', 'n.owner_org_id', 'n.category', NO_FIELDS],
  },
  {
    kind: 'SIGNAL',
    from: `care.signal_step n WHERE ${ofClient('n')} AND n.from_state <> n.to_state`,
    columns: ['n.id', 'n.to_state', 'n.made_at', 'NULL', 'n.made_by', 'NULL', 'coalesce(n.verdict, n.outcome, n.reason)', 'n.owner_org_id',
      'n.category', NO_FIELDS],
  },
  {
    kind: 'REFERRAL',
    from: `care.referral f WHERE ${ofClient('f')}`,
    columns: ['f.id', 'f.type', 'f.made_at', 'NULL', 'f.made_by', 'NULL', 'f.reason', 'f.owner_org_id', 'f.category', NO_FIELDS],
  },
  {
    kind: 'REFERRAL',
    from: `care.referral_step f WHERE ${ofClient('f')}`,
    columns: ['f.id', `CASE WHEN f.before IS NULL THEN f.to_state ELSE 'CHANGED' END`, 'f.made_at', 'f.feedback_on', 'f.made_by', 'NULL',
      'coalesce(f.feedback, f.reason)', 'f.owner_org_id', 'f.category',
      `CASE WHEN f.before IS NULL THEN ${NO_FIELDS} ELSE ${fieldsOf('f.before', 'f.after')} END`],
  },
  {
    kind: 'PLAN',
    from: `care.care_plan p WHERE ${ofClient('p')}`,
    columns: ['p.id', `'DRAWN_UP'`, 'p.made_at', 'p.drawn_up_on', 'p.made_by', 'NULL', 'NULL', 'p.owner_org_id', 'p.category', NO_FIELDS],
  },
  {
    kind: 'PLAN',
    from: `care.care_plan_edition e WHERE ${ofClient('e')}`,
    columns: ['e.id', `'ADOPTED'`, 'e.adopted_at', 'e.agreement_on', 'e.adopted_by', 'NULL', 'e.edition::text', 'e.owner_org_id',
      'e.category', NO_FIELDS],
  },
  {
    kind: 'PLAN',
    from: `care.evaluation e WHERE ${ofClient('e')}`,
    columns: ['e.id', `'EVALUATED'`, 'e.recorded_at', 'e.evaluated_on', 'e.recorded_by', 'NULL', 'e.what_next', 'e.owner_org_id',
      'e.category', NO_FIELDS],
  },
  {
    kind: 'PLAN',
    from: `care.goal_score s JOIN care.goal g ON g.practice_id = s.practice_id AND g.id = s.goal_id
      WHERE ${ofClient('s')} AND s.struck_at IS NULL`,
    columns: ['s.id', `'SCORED'`, 's.recorded_at', 's.scored_on', 's.recorded_by', 'NULL', 'g.text', 's.owner_org_id', 's.category',
      oneField('score', 'g.baseline_score', 's.score')],
  },
  {
    kind: 'PLAN',
    from: `care.care_plan_change h WHERE ${ofClient('h')}`,
    columns: ['h.id', `CASE WHEN h.subject = 'PLAN' AND h.after ->> 'state' IN ('DISCUSSED', 'CLOSED') THEN h.after ->> 'state'
        ELSE 'CHANGED_' || h.subject END`, 'h.changed_at', 'NULL', 'h.changed_by', 'NULL', 'NULL', 'h.owner_org_id', 'h.category',
      fieldsOf('h.before', 'h.after')],
  },
  {
    kind: 'ACTION',
    from: `care.action a WHERE ${ofClient('a')}`,
    columns: ['a.id', `'MADE'`, 'a.made_at', 'NULL', 'a.made_by', 'a.owner_user_id', 'a.text', 'a.owner_org_id', 'a.category', NO_FIELDS],
  },
  {
    kind: 'ACTION',
    from: `care.action_step s JOIN care.action a ON a.practice_id = s.practice_id AND a.id = s.action_id WHERE ${ofClient('s')}`,
    columns: ['s.id', `coalesce(s.after ->> 'state', CASE WHEN s.postponed THEN 'POSTPONED' ELSE 'CHANGED' END)`, 's.made_at', 'NULL',
      's.made_by', 'NULL', 'a.text', 's.owner_org_id', 's.category', fieldsOf('s.before', 's.after')],
  },
  {
    kind: 'TEAM',
    from: `care.team_member t WHERE ${ofClient('t')} AND t.reason <> 'MEETING' AND lower(t.active) <= ctx.now()`,
    columns: ['t.id', `'BEGAN_' || t.reason`, 'lower(t.active)', 'NULL', 'NULL', 't.user_id', 'NULL', PRACTICE_ORG, '1', NO_FIELDS],
  },
  {
    kind: 'TEAM',
    from: `care.team_member t WHERE ${ofClient('t')} AND t.reason <> 'MEETING' AND upper(t.active) <= ctx.now()`,
    columns: [`md5('ended' || t.id)::uuid`, `'ENDED_' || t.reason`, 'upper(t.active)', 'NULL', 'NULL', 't.user_id', 'NULL',
      PRACTICE_ORG, '1', NO_FIELDS],
  },
  {
    kind: 'CONSENT',
    from: `care.consent n WHERE ${ofClient('n')}`,
    columns: ['n.id', 'n.kind', 'n.recorded_at', 'n.given_on', 'n.recorded_by', 'NULL',
      '(SELECT o.name FROM care.organisation o WHERE o.practice_id = n.practice_id AND o.id = n.to_org_id)', PRACTICE_ORG, '1', NO_FIELDS],
  },
  {
    kind: 'INVITATION',
    from: `care.screening_step i WHERE ${ofClient('i')}`,
    columns: ['i.id', 'i.to_state', 'i.made_at', 'i.step_on', 'i.made_by', 'NULL', 'NULL', 'i.owner_org_id', 'i.category', NO_FIELDS],
  },
]; // prettier-ignore

const sqlOf = ({ kind, from, columns }: Source): string => {
  const [id, code, at, on, by, about, text, owner, category, fields] = columns;
  return `SELECT ${id} AS id, '${kind}' AS kind, ${code} AS code, ctx.utc(${at}) AS at,
    coalesce((${on})::date, (${at} AT TIME ZONE 'Europe/Amsterdam')::date) AS "on", (${by})::uuid AS by, (${about})::uuid AS about,
    (${text})::text AS text, ${owner} AS "ownerOrgId", (${category})::smallint AS category, ${fields} AS fields FROM ${from}`;
};

const ALL = SOURCES.map(sqlOf).join(' UNION ALL ');

/** All that happened, newest day first; what of it somebody may see is decided row by row. */
export const timelineRows = (clientId: string): Promise<TimelineRow[]> =>
  query<TimelineRow>(`SELECT * FROM (${ALL}) AS stream ORDER BY "on" DESC, at DESC, id DESC`, [clientId]);
