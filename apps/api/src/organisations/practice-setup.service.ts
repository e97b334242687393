import { Injectable } from '@nestjs/common';
import type { OrganisationKind, ProfileLabels, StaffRole } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { Instruments } from '../instruments/instruments.service.ts';
import { LAID_BACK_NOW } from '../platform/database/clock-sql.ts';
import { newId } from '../platform/http/uuid.ts';
import { installationSession } from '../platform/identity/installation-session.ts';
import { query } from '../platform/request/request-context.ts';
import { Transactions } from '../platform/request/transaction.ts';

export interface NewMember {
  readonly id: string;
  readonly accountId: string;
  readonly email: string;
  readonly displayName: string;
  readonly role: StaffRole;
  readonly phone: string | null;
  /** argon2id hash, where the person can sign in with a password. */
  readonly passwordHash: string | null;
}

export interface NewOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly phone: string | null;
  readonly members: readonly NewMember[];
}

export interface NewPractice {
  readonly id: string;
  readonly shortName: string;
  readonly name: string;
  readonly phone: string | null;
  readonly organisations: readonly NewOrganisation[];
}

/** Makes a practice network: its organisations, its first people, and the instruments every practice starts with. */
@Injectable()
export class PracticeSetup {
  constructor(
    private readonly transactions: Transactions,
    private readonly instruments: Instruments,
  ) {}

  /** Whether a practice was made already, by its id. */
  exists(practice: NewPractice): Promise<boolean> {
    return this.transactions.run(
      installationSession(practice),
      { requestId: newId(), address: 'console' },
      async () => {
        const found = await query<object>('SELECT 1 FROM care.practice WHERE id = ctx.practice_id()');
        return found.length > 0;
      },
    );
  }

  /**
   * `now`: the moment it is made; only a database with a demo or test mark listens. `first` happens before anything else,
   * in the same transaction.
   */
  async create(practice: NewPractice, now?: string, first?: () => Promise<void>): Promise<void> {
    const origin = { requestId: newId(), address: 'console', ...(now === undefined ? {} : { now }) };
    await this.transactions.run(installationSession(practice), origin, async () => {
      await first?.();
      await query(
        'INSERT INTO care.practice (id, short_name, name, phone, profile_labels) VALUES (ctx.practice_id(), $1, $2, $3, $4)',
        [practice.shortName, practice.name, practice.phone, JSON.stringify(firstLabels())],
      );
      for (const organisation of practice.organisations) await this.addOrganisation(organisation);
      await this.instruments.loadShipped();
    });
  }

  private async addOrganisation({ id, name, kind, phone, members }: NewOrganisation): Promise<void> {
    await query(
      'INSERT INTO care.organisation (practice_id, id, name, kind, phone) VALUES (ctx.practice_id(), $1, $2, $3, $4)',
      [id, name, kind, phone],
    );
    for (const member of members) {
      await query('SELECT auth.create_account($1, $2, $3, $4)', [
        member.accountId,
        member.email,
        member.displayName,
        member.passwordHash,
      ]);
      await query(
        `INSERT INTO care.membership (practice_id, id, account_id, organisation_id, role, display_name, phone, valid)
         VALUES (ctx.practice_id(), $1, $2, $3, $4, $5, $6, tstzrange(${LAID_BACK_NOW}, NULL))`,
        [member.id, member.accountId, id, member.role, member.displayName, member.phone],
      );
    }
  }
}

/** What a new practice calls the profiles, until it says otherwise. */
const firstLabels = (): ProfileLabels => ({
  ROBUST: text('profiles.name.ROBUST'),
  FRAIL: text('profiles.name.FRAIL'),
  COMPLEX: text('profiles.name.COMPLEX'),
});
