import { Inject, Injectable } from '@nestjs/common';
import { formatDutchDay, ROLE_GRANT_CONFIRMERS, ROLES_GRANTED_BY_TWO } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { Approvals } from '../approvals/approvals.service.ts';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { DomainError } from '../platform/http/problem.ts';
import { requireFreshSecondFactor } from '../platform/identity/fresh-second-factor.ts';
import { changeRows, query, queryOne } from '../platform/request/request-context.ts';
import { printConfirmLinksSoon } from './confirm-links.ts';
import { Joining } from './joining.service.ts';
import { hasSecondPerson, isOwnEmail } from './own-acts.ts';
import { logUser } from './user-log.ts';
import type { NewUser } from './user.dto.ts';

const KIND = 'ROLE_GRANT';

interface Grant {
  readonly email: string;
  readonly displayName: string;
  readonly role: string;
  readonly organisation: string;
  readonly fromOn: string;
  readonly approvalId: string | null;
  readonly isOpen: boolean;
  readonly isAsked: boolean;
}

const GRANT = `SELECT i.email, i.display_name AS "displayName", i.role, o.name AS organisation, i.from_on AS "fromOn",
    i.approval_id AS "approvalId", i.needs_approval AND i.approved_at IS NULL AND i.withdrawn_at IS NULL AS "isOpen",
    EXISTS (SELECT FROM care.approval a WHERE a.practice_id = i.practice_id AND a.id = i.approval_id AND a.state = 'OPEN'
      AND a.asked_at > ctx.now() - interval '14 days') AS "isAsked"
  FROM care.user_invitation i JOIN care.organisation o ON o.practice_id = i.practice_id AND o.id = i.organisation_id
  WHERE i.practice_id = ctx.practice_id() AND i.id = $1`;

/**
 * Roles that two people grant: another manager, a GP or the log officer decides; while there is nobody, the host, with a link
 * from the log of the server. Source: `trust.md` 3, note 3.
 */
@Injectable()
export class RoleGrants {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly approvals: Approvals,
    private readonly joining: Joining,
  ) {
    approvals.register(KIND, {
      mayDecide: (role) => ROLE_GRANT_CONFIRMERS.includes(role),
      check: async (subject) => {
        const { email } = await queryOne<Grant>(GRANT, [userIdOf(subject)]);
        if (await isOwnEmail(email)) throw new DomainError('NOT_ONESELF');
      },
      carryOut: (subject) => this.approve(userIdOf(subject)),
      drop: (subject) => refuse(userIdOf(subject)),
      stepUp: true,
    });
  }

  /** Whether the host confirms this one: the first manager may then be a GP herself. */
  async isForHost({ role, email }: Pick<NewUser, 'role' | 'email'>): Promise<boolean> {
    return ROLES_GRANTED_BY_TWO.some((one) => one === role) && !(await hasSecondPerson(email));
  }

  /** Asks for the second person, where this role takes one. */
  async ask(id: string): Promise<void> {
    const grant = await queryOne<Grant>(GRANT, [id]);
    if (!grant.isOpen) return;
    if (await this.isForHost(grant)) return printConfirmLinksSoon(this.config);
    const approvalId = await this.approvals.ask(KIND, { userId: id, role: grant.role }, { reason: reasonOf(grant) });
    await changeRows(
      'UPDATE care.user_invitation SET approval_id = $2 WHERE practice_id = ctx.practice_id() AND id = $1',
      [id, approvalId],
    );
  }

  /** Asks anew when nobody answered in time, or when there is a second person only now. */
  async askAgain(id: string): Promise<void> {
    await this.joining.lock(id);
    const [grant] = await query<Grant>(GRANT, [id]);
    if (!grant) throw new DomainError('NOT_FOUND');
    requireFreshSecondFactor();
    if (!grant.isOpen || grant.isAsked) throw new DomainError('WRONG_STATE');
    await this.ask(id);
  }

  async cancel(id: string): Promise<void> {
    const { approvalId } = await queryOne<Grant>(GRANT, [id]);
    if (approvalId !== null) await this.approvals.cancel(approvalId);
  }

  /** `null` for the host, who has no account. The membership begins when the invitation is accepted too. */
  async approve(id: string, by: 'PERSON' | 'HOST' = 'PERSON'): Promise<void> {
    await this.joining.lock(id);
    const approved = await changeRows(
      `UPDATE care.user_invitation SET approved_at = ctx.now(), approved_by = CASE WHEN $2 THEN ctx.user_id() END, version = version + 1
       WHERE practice_id = ctx.practice_id() AND id = $1 AND approved_at IS NULL AND withdrawn_at IS NULL`,
      [id, by === 'PERSON'],
    );
    if (approved === 0) throw new DomainError('WRONG_STATE');
    await this.joining.complete(id);
    logUser('APPROVE_ROLE', 'U', id, { by });
  }
}

/** A refusal closes the invitation; so does taking the question back. */
async function refuse(id: string): Promise<void> {
  await changeRows(
    `UPDATE care.user_invitation SET withdrawn_at = ctx.now(), withdrawn_by = ctx.user_id(), version = version + 1
     WHERE practice_id = ctx.practice_id() AND id = $1 AND approved_at IS NULL AND withdrawn_at IS NULL`,
    [id],
  );
  logUser('WITHDRAW_INVITATION', 'U', id);
}

/** Whom the second person decides about: somebody who has no membership yet. */
const reasonOf = ({ displayName, email, organisation, fromOn }: Grant): string =>
  text('users.grantReason', { name: displayName, email, organisation, from: formatDutchDay(fromOn) });

function userIdOf(subject: Readonly<Record<string, unknown>>): string {
  if (typeof subject['userId'] !== 'string') throw new Error('a role grant names its user');
  return subject['userId'];
}
