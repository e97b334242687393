import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Role } from '@samenoud/domain';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { tokenHash } from '../platform/config/secrets.ts';
import { DomainError } from '../platform/http/problem.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { actingSession, installationSession } from '../platform/identity/installation-session.ts';
import { query } from '../platform/request/request-context.ts';
import { originOf } from '../platform/request/request-origin.ts';
import { Transactions } from '../platform/request/transaction.ts';

/** What the database says of an open link. */
interface StoredLink {
  readonly purpose: 'INVITATION' | 'PASSWORD' | 'CONFIRM';
  readonly practiceId: string;
  readonly userId: string;
  readonly isUsed: boolean;
  readonly expiresAt: string;
}

/** A link with whom and where it is for. */
export interface OpenLink extends StoredLink {
  readonly hash: Buffer;
  readonly practice: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly organisation: string;
  readonly organisationId: string;
  readonly role: Role;
  readonly fromOn: string;
}

const PERSON = `SELECT p.name AS practice, u.display_name AS "displayName", u.email, o.name AS organisation, o.id AS "organisationId",
    u.role, u.from_on AS "fromOn"
  FROM (SELECT i.organisation_id, i.display_name, i.email, i.role, i.from_on FROM care.user_invitation i
      WHERE i.practice_id = ctx.practice_id() AND i.id = $1 AND i.withdrawn_at IS NULL
        AND NOT EXISTS (SELECT FROM care.membership m WHERE m.practice_id = i.practice_id AND m.id = i.id)
    UNION ALL SELECT organisation_id, display_name, NULL, role, (lower(valid) AT TIME ZONE 'Europe/Amsterdam')::date
      FROM care.membership WHERE practice_id = ctx.practice_id() AND id = $1 AND (upper_inf(valid) OR upper(valid) > now())) AS u
  JOIN care.organisation o ON o.practice_id = ctx.practice_id() AND o.id = u.organisation_id
  JOIN care.practice p ON p.id = ctx.practice_id()`;

/** Finds what a guest's link is for, and lets her act by it as the person it was made for. */
@Injectable()
export class OpenLinks {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** Throws LINK_INVALID for one that is unknown or over. */
  async find(token: string, request: FastifyRequest): Promise<OpenLink> {
    const hash = tokenHash(token);
    const link = await callAuth<StoredLink | null>(this.dataSource, 'read_link', hash);
    if (!link) throw new DomainError('LINK_INVALID');
    const { practiceId, userId } = link;
    const nobody = actingSession(
      { id: practiceId, name: '' },
      { id: userId, displayName: '', role: 'PRACTICE_MANAGER', organisationId: practiceId },
    );
    const [person] = await this.transactions.run(nobody, originOf(request), () =>
      query<Omit<OpenLink, keyof StoredLink | 'hash'>>(PERSON, [userId]),
    );
    if (!person) throw new DomainError('LINK_INVALID');
    return { ...link, ...person, hash };
  }

  /** Runs an act of whoever holds the link in the practice it is of. */
  act<T>(link: OpenLink, request: FastifyRequest, work: () => Promise<T>): Promise<T> {
    const practice = { id: link.practiceId, name: link.practice };
    return this.transactions.run(actingSession(practice, { ...link, id: link.userId }), originOf(request), work);
  }

  /** Runs an act of whoever keeps the server. */
  actAsHost<T>(link: OpenLink, request: FastifyRequest, work: () => Promise<T>): Promise<T> {
    const practice = { id: link.practiceId, name: link.practice };
    return this.transactions.run(installationSession(practice), originOf(request), work);
  }
}
