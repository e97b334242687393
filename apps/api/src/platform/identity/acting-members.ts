import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { UserSession } from './session.ts';

interface ActingMember {
  readonly session: UserSession;
  /** Whether the membership still holds; who left does nothing any more. */
  readonly active: boolean;
}

const MEMBER = `SELECT m.valid @> now() AS active, jsonb_build_object('sessionId', m.id, 'accountId', m.account_id, 'practiceId', m.practice_id,
    'practiceName', p.name, 'userId', m.id, 'displayName', m.display_name, 'role', m.role, 'bigNumber', m.big_number,
    'organisationId', o.id, 'organisationName', o.name, 'organisationKind', o.kind, 'secondFactorAt', NULL,
    'expiresAt', '9999-12-31T00:00:00Z') AS session
  FROM care.membership m JOIN care.organisation o ON o.practice_id = m.practice_id AND o.id = m.organisation_id
  JOIN care.practice p ON p.id = m.practice_id WHERE m.practice_id = ctx.practice_id() AND m.id = $1`;

/** The person on whose behalf work goes on after her request; without a second factor, so what needs a fresh one is refused. */
@Injectable()
export class ActingMembers {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async find(practiceId: string, userId: string): Promise<ActingMember> {
    const rows = await this.dataSource.transaction(async (manager): Promise<ActingMember[]> => {
      await manager.query(`SELECT set_config('app.practice_id', $1, true)`, [practiceId]);
      return manager.query(MEMBER, [userId]);
    });
    if (!rows[0]) throw new Error('the asker is not a member');
    return rows[0];
  }
}
