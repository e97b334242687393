import { formatPhone, TEAM_REASONS, type TeamReason } from '@samenoud/domain';
import { query } from '../platform/request/request-context.ts';
import type { TeamPerson } from './care-team.dto.ts';

interface TeamRow extends Omit<TeamPerson, 'reasons'> {
  readonly reason: TeamReason;
  readonly isActive: boolean;
}

/** Every part that anybody ever had, oldest first; what has yet to begin is left out. */
const ROWS = `SELECT t.user_id AS "userId", m.display_name AS "displayName", m.role, m.phone,
    jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind) AS organisation, t.reason,
    ctx.utc(lower(t.active)) AS since, ctx.utc(upper(t.active)) AS until, t.active @> now() AS "isActive"
  FROM care.team_member t
  JOIN care.membership m ON m.practice_id = t.practice_id AND m.id = t.user_id
  JOIN care.organisation o ON o.practice_id = t.practice_id AND o.id = t.org_id
  WHERE t.practice_id = ctx.practice_id() AND t.client_id = $1 AND lower(t.active) <= now()
  ORDER BY lower(t.active), t.id`;

/** People rather than parts: who takes part now, and who did before and does not now. */
export async function teamPeople(clientId: string): Promise<{ members: TeamPerson[]; former: TeamPerson[] }> {
  const rows = await query<TeamRow>(ROWS, [clientId]);
  const active = rows.filter(({ isActive }) => isActive);
  const here = new Set(active.map(({ userId }) => userId));
  const ended = rows.filter(({ userId }) => !here.has(userId));
  return { members: peopleOf(active).toSorted(byReason), former: peopleOf(ended).toSorted(latestFirst) };
}

function peopleOf(rows: readonly TeamRow[]): TeamPerson[] {
  const ids = [...new Set(rows.map(({ userId }) => userId))];
  return ids.flatMap((id) => {
    const parts = rows.filter(({ userId }) => userId === id);
    const [first] = parts;
    if (!first) return [];
    const { userId, displayName, role, organisation, phone, since } = first;
    const reasons = TEAM_REASONS.filter((reason) => parts.some((part) => part.reason === reason));
    const shown = phone === null ? null : formatPhone(phone);
    return [{ userId, displayName, role, phone: shown, organisation, reasons, since, until: lastDay(parts) }];
  });
}

/** Open as soon as one of her parts is. */
function lastDay(parts: readonly TeamRow[]): string | null {
  const ends = parts.map(({ until }) => until);
  return ends.includes(null)
    ? null
    : (ends
        .filter((end) => end !== null)
        .toSorted((one, other) => one.localeCompare(other))
        .at(-1) ?? null);
}

const rank = ({ reasons }: TeamPerson): number => TEAM_REASONS.findIndex((reason) => reasons.includes(reason));
const byReason = (one: TeamPerson, other: TeamPerson): number =>
  rank(one) - rank(other) || one.displayName.localeCompare(other.displayName, 'nl');
const latestFirst = (one: TeamPerson, other: TeamPerson): number => (other.until ?? '').localeCompare(one.until ?? '');
