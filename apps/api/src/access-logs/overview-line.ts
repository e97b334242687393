import { dayOfInstant, formatDutchDayLong, TIME_ZONE } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import type { OverviewLine } from './client-overview.dto.ts';

/** A line as the database joins it from rows of the log. */
export interface OverviewRow {
  readonly on_day: string;
  readonly first_at: string;
  readonly last_at: string;
  readonly last_seq: number;
  readonly times: number;
  readonly role_code: string | null;
  readonly org_id: string | null;
  readonly user_name: string | null;
  readonly responsible_name: string | null;
  readonly outcome: string;
  readonly refusal: string | null;
  readonly action: string;
  readonly kind: string;
  readonly objects: readonly string[];
  readonly relation_rule: string | null;
  readonly consent_rule_id: string | null;
  readonly break_glass_id: string | null;
  readonly listed: boolean;
}

/** What the rows only name by id. */
export interface OverviewNames {
  readonly organisations: ReadonlyMap<string, string>;
  /** Day on which each consent was given. */
  readonly consents: ReadonlyMap<string, string>;
  readonly withNames: boolean;
}

const clock = new Intl.DateTimeFormat('nl-NL', { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit' });
const timeOf = (instant: string): string => clock.format(new Date(instant)).replace(':', '.');

export function overviewLine(row: OverviewRow, names: OverviewNames): OverviewLine {
  const organisation = names.organisations.get(row.org_id ?? '') ?? null;
  const name = names.withNames && row.role_code !== 'RESPONDENT' ? row.user_name : null;
  return {
    day: row.on_day,
    firstAt: row.first_at,
    lastAt: row.last_at,
    times: row.times,
    person: { name, role: row.role_code, organisation },
    sentence: sentenceOf(row, whoText(row.role_code, name, organisation)),
    why: whyText(row, names),
    outcome: row.outcome,
    emergency: row.break_glass_id !== null,
  };
}

/** "Op 3 november 2026 om 10.42 uur bekeek de wijkverpleegkundige … uw vragenlijst (2 keer)." */
function sentenceOf(row: OverviewRow, who: string): string {
  const act = actText(row).replace('{who}', who).replace('{things}', thingsText(row.objects));
  const times = row.times === 1 ? '' : ` (${text('accessOverview.times', { n: row.times })})`;
  return `${whenText(row)} ${act}${times}.`;
}

function whenText({ first_at: first, last_at: last }: OverviewRow): string {
  const day = formatDutchDayLong(dayOfInstant(first));
  const [from, until] = [timeOf(first), timeOf(last)];
  return from === until
    ? text('accessOverview.at', { day, time: from })
    : text('accessOverview.between', { day, from, until });
}

const roleText = (role: string | null): string =>
  findText(`accessOverview.role.${role ?? 'NONE'}`) ?? text('accessOverview.role.NONE');

function whoText(role: string | null, name: string | null, organisation: string | null): string {
  const asRole = roleText(role);
  if (role === null || role === 'RESPONDENT' || organisation === null)
    return text('accessOverview.whoByRole', { role: asRole });
  return name === null
    ? text('accessOverview.whoWithoutName', { role: asRole, organisation })
    : text('accessOverview.who', { role: asRole, name, organisation });
}

const act = (key: string): string | undefined => findText(`accessOverview.act.${key}`);

/** The words for what was done, most precise first; a kind that this release does not know is said by its action. */
function actText({ outcome, listed, action, kind }: OverviewRow): string {
  const known = [
    ...(outcome === 'SUCCESS' ? [act(kind)] : [act(`REFUSED_${action}`), act('REFUSED_E')]),
    ...(listed ? [act(`LIST_${action}`)] : []),
    ...['FINALISE', 'VOID', 'EXPORT'].map((verb) => (kind.startsWith(verb) ? act(verb) : undefined)),
    act(action),
    act('E'),
  ];
  return known.find((words) => words !== undefined) ?? '';
}

/** "uw profiel, uw vragenlijst en uw uitnodiging", each once. */
function thingsText(objects: readonly string[]): string {
  const words = objects.map((object) => findText(`accessOverview.thing.${object}`) ?? text('accessOverview.thing.OTHER')); // prettier-ignore
  const each = [...new Set(words)].toSorted((a, b) => a.localeCompare(b, 'nl'));
  const last = each.pop() ?? '';
  return each.length === 0 ? last : `${each.join(', ')} ${text('accessOverview.and')} ${last}`;
}

/** Why it was allowed or not, who answers for it, and whether the emergency button was used. */
function whyText(row: OverviewRow, names: OverviewNames): string {
  const ground = row.outcome === 'SUCCESS' ? groundText(row, names) : refusalText(row);
  const responsible =
    names.withNames && row.responsible_name !== null
      ? [text('accessOverview.responsible', { name: row.responsible_name })]
      : [];
  const glass = row.break_glass_id === null ? 'accessOverview.emergencyNo' : 'accessOverview.emergencyYes';
  return [ground, ...responsible, text(glass)].join(' ');
}

function refusalText({ refusal, role_code: role }: OverviewRow): string {
  const known = findText(`accessOverview.refusal.${refusal}`) ?? text('accessOverview.refusal.OTHER');
  return known.replace('{role}', roleText(role));
}

function groundText(row: OverviewRow, { consents }: OverviewNames): string {
  const role = roleText(row.role_code);
  const given = consents.get(row.consent_rule_id ?? '');
  const inPractice = row.relation_rule === 'PRACTICE';
  if (row.break_glass_id !== null || row.relation_rule === 'BREAK_GLASS') return text('accessOverview.why.BREAK_GLASS');
  if (given !== undefined) {
    const day = formatDutchDayLong(given);
    return inPractice
      ? text('accessOverview.why.GRANT_PRACTICE', { day })
      : text('accessOverview.why.GRANT', { role, day });
  }
  if (row.role_code === 'LOG_OFFICER') return text('accessOverview.why.LOG_OFFICER');
  const known = findText(`accessOverview.why.${row.relation_rule}`) ?? findText('accessOverview.why.UNKNOWN') ?? '';
  return known.replace('{role}', role);
}
