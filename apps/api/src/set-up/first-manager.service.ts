import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { randomToken, tokenHash } from '../platform/config/secrets.ts';
import { DomainError } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { installationSession } from '../platform/identity/installation-session.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { originOf } from '../platform/request/request-origin.ts';
import { Transactions } from '../platform/request/transaction.ts';
import type { FirstManager, FirstManagerLink, SetUpView } from './set-up.dto.ts';

const VALID = '72 hours';

interface Place {
  readonly id: string;
  readonly name: string;
}

/** The manager of a further practice: known by the link its host made, invited like any colleague. */
@Injectable()
export class FirstManagers {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** For which practice a link is; the first of an installation has no name yet. Throws LINK_INVALID. */
  async view(token: string): Promise<SetUpView> {
    const link = tokenHash(token);
    if (!(await callAuth<boolean>(this.dataSource, 'set_up_is_open', link))) throw new DomainError('LINK_INVALID');
    return { practiceName: (await this.placeOf(link))?.name ?? null };
  }

  /** Uses the link up and answers that of an invitation, so that who has an account takes the practice with it. */
  async invite({ token, displayName, email }: FirstManager, request: FastifyRequest): Promise<FirstManagerLink> {
    const link = tokenHash(token);
    const place = await this.placeOf(link);
    if (!place) throw new DomainError('LINK_INVALID');
    const next = randomToken();
    await this.transactions.run(installationSession(place), originOf(request), async () => {
      const id = newId();
      const { manager, log } = requestContext();
      const used = await callAuth<boolean>(manager, 'use_practice_set_up', link, id, tokenHash(next), VALID);
      if (!used) throw new DomainError('LINK_INVALID');
      await query(
        `UPDATE care.user_invitation SET withdrawn_at = ctx.now() WHERE practice_id = ctx.practice_id() AND withdrawn_at IS NULL`,
      );
      await query(
        `INSERT INTO care.user_invitation (practice_id, id, organisation_id, role, email, display_name, from_on, needs_approval)
         SELECT practice_id, $1, id, 'PRACTICE_MANAGER', $2, $3, $4, false FROM care.organisation
         WHERE practice_id = ctx.practice_id() AND kind = 'PRACTICE'`,
        [id, email.trim().toLowerCase(), displayName.trim(), requestContext().today],
      );
      log.push({ type: 'SET_UP', action: 'C', objectType: 'USERS', objectId: id, purpose: 'ADMINISTRATION' });
    });
    return { path: `/uitnodiging#${next}` };
  }

  private placeOf(link: Buffer): Promise<Place | null> {
    return callAuth<Place | null>(this.dataSource, 'set_up_practice', link);
  }
}
