import { formatPhone, isRecertificationDue, recertificationDueOn, userState } from '@samenoud/domain';
import type { UserView } from './user.dto.ts';

/** A membership, or an invitation to one that is not there yet. */
export interface UserRow {
  readonly id: string;
  readonly organisationId: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly role: string;
  readonly phone: string | null;
  readonly bigNumber: string | null;
  readonly isMember: boolean;
  /** Instants in UTC; null for an invitation. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly accountId: string | null;
  readonly isAccepted: boolean;
  readonly isClosed: boolean;
  readonly isOver: boolean;
  readonly awaitsApproval: boolean;
  readonly confirmedOn: string | null;
  readonly version: number;
  readonly now: string;
}

const DAY = (instant: string): string => `((${instant}) AT TIME ZONE 'Europe/Amsterdam')::date`;

/** The last day of a period that ends at an instant: of midnight the day before. */
const LAST_DAY = (instant: string): string => DAY(`${instant} - interval '1 microsecond'`);

const MEMBERS = `SELECT m.id, m.organisation_id AS "organisationId", m.display_name AS "displayName", NULL AS email, m.role, m.phone,
    m.big_number AS "bigNumber", true AS "isMember", ctx.utc(lower(m.valid)) AS "validFrom", ctx.utc(upper(m.valid)) AS "validUntil",
    ${DAY('lower(m.valid)')} AS "fromOn", ${LAST_DAY('upper(m.valid)')} AS "untilOn", m.account_id AS "accountId",
    true AS "isAccepted", false AS "isClosed", false AS "isOver", false AS "awaitsApproval",
    (SELECT ${DAY('max(c.confirmed_at)')} FROM care.membership_confirmation c
      WHERE c.practice_id = ctx.practice_id() AND c.user_id = m.id) AS "confirmedOn", m.version, ctx.utc(now()) AS now
  FROM care.membership m WHERE m.practice_id = ctx.practice_id() AND coalesce(m.id = $1, true)`;

const INVITATIONS = `SELECT i.id, i.organisation_id, i.display_name, i.email, i.role, i.phone, i.big_number, false, NULL, NULL, i.from_on, i.until_on,
    i.account_id, i.accepted_at IS NOT NULL, i.withdrawn_at IS NOT NULL, coalesce(i.until_on < ${DAY('now()')}, false),
    i.needs_approval AND i.approved_at IS NULL AND i.withdrawn_at IS NULL, NULL, i.version, ctx.utc(now())
  FROM care.user_invitation i WHERE i.practice_id = ctx.practice_id() AND coalesce(i.id = $1, true)
    AND NOT EXISTS (SELECT FROM care.membership m WHERE m.practice_id = ctx.practice_id() AND m.id = i.id)`;

/** Everybody of the practice network, or one by id ($1). */
export const USERS_SQL = `${MEMBERS} UNION ALL ${INVITATIONS} ORDER BY "displayName", id`;

/** @param email of the account, where the asker may know it */
export function userView(row: UserRow, email: string | null, ownAccountId: string): UserView {
  const { fromOn, confirmedOn, validFrom } = row;
  const membership = validFrom === null ? null : { from: validFrom, until: row.validUntil };
  const state = userState({ ...row, membership }, row.now);
  return {
    id: row.id,
    organisationId: row.organisationId,
    displayName: row.displayName,
    email: row.email ?? email,
    role: row.role,
    phone: row.phone === null ? null : formatPhone(row.phone),
    bigNumber: row.bigNumber,
    state,
    fromOn,
    untilOn: row.untilOn,
    awaitsApproval: row.awaitsApproval,
    confirmedOn,
    dueOn: state === 'ACTIVE' ? recertificationDueOn(fromOn, confirmedOn) : null,
    isOneself: row.accountId === ownAccountId,
    version: row.version,
  };
}

export const isDue = ({ state, fromOn, confirmedOn }: UserView, today: string): boolean =>
  state === 'ACTIVE' && isRecertificationDue(fromOn, confirmedOn, today);
