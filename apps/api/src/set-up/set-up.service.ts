import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { type NewPractice, PracticeSetup } from '../organisations/practice-setup.service.ts';
import { tokenHash } from '../platform/config/secrets.ts';
import { DomainError } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { callAuth } from '../platform/identity/auth-functions.ts';
import { PasswordHashing } from '../platform/identity/password-hashing.ts';
import { refuseGuessable } from '../platform/identity/password-rules.ts';
import { requestContext } from '../platform/request/request-context.ts';
import type { SetUp, SetUpAnswer } from './set-up.dto.ts';
import { shortNameOf } from './short-name.ts';

/** The first practice of an empty installation and its manager, made by whoever holds the link from the server's log. */
@Injectable()
export class FirstPractice {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly hashing: PasswordHashing,
    private readonly practices: PracticeSetup,
  ) {}

  async make(body: SetUp): Promise<SetUpAnswer> {
    refuseGuessable('/password', body.password, [body.email, body.displayName, body.practiceName]);
    const link = tokenHash(body.token);
    const isOpen = await callAuth<boolean>(this.dataSource, 'set_up_is_open', link);
    const further = await callAuth<object | null>(this.dataSource, 'set_up_practice', link);
    if (!isOpen || further !== null) throw new DomainError('LINK_INVALID');
    const practice = firstPractice(body, await this.hashing.hash(body.password));
    await this.practices.create(practice, undefined, () => useLink(link));
    return { practiceId: practice.id };
  }
}

/** In the transaction that makes the practice: a link works once, and only for an installation without accounts. */
async function useLink(link: Buffer): Promise<void> {
  const { manager, log } = requestContext();
  if (!(await callAuth<boolean>(manager, 'use_set_up', link))) throw new DomainError('LINK_INVALID');
  log.push({ type: 'SET_UP', action: 'C', objectType: 'PRACTICE', purpose: 'ADMINISTRATION' });
}

function firstPractice({ practiceName, displayName, email }: SetUp, passwordHash: string): NewPractice {
  const manager = {
    id: newId(),
    accountId: newId(),
    email,
    displayName,
    role: 'PRACTICE_MANAGER',
    phone: null,
    passwordHash,
  } as const;
  const organisation = { id: newId(), name: practiceName, kind: 'PRACTICE', phone: null, members: [manager] } as const;
  return {
    id: newId(),
    shortName: shortNameOf(practiceName),
    name: practiceName,
    phone: null,
    organisations: [organisation],
  };
}
