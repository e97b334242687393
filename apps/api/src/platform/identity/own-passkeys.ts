import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../http/problem.ts';
import { isUuid, newId } from '../http/uuid.ts';
import { requestContext } from '../request/request-context.ts';
import { originOf } from '../request/request-origin.ts';
import { Transactions } from '../request/transaction.ts';
import { callAuth } from './auth-functions.ts';
import { requireFreshSecondFactor } from './fresh-second-factor.ts';
import { requireOwnSignIn } from './own-sign-in.ts';
import { CHALLENGE_MS, PasskeyChallenges } from './passkey-challenges.ts';
import { descriptorOf, handleOf, judgeMade, type PlacedPasskey } from './passkey-judge.ts';
import { ALGORITHMS, type NewPasskey, type OwnPasskey, type PasskeyCreationOptions } from './passkey.dto.ts';
import { RelyingParties } from './relying-party.ts';
import { sessionOf } from './second-factor.ts';
import { SessionStore } from './session-store.ts';

const SITE_NAME = 'Samenoud';

type Removal = 'REMOVED' | 'UNKNOWN' | 'LAST';

/** A person's own passkeys. */
@Injectable()
export class OwnPasskeys {
  constructor(
    private readonly sessions: SessionStore,
    private readonly challenges: PasskeyChallenges,
    private readonly sites: RelyingParties,
    private readonly transactions: Transactions,
  ) {}

  async list(request: FastifyRequest): Promise<OwnPasskey[]> {
    const found = await this.find(request);
    return found.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt }));
  }

  async offer(request: FastifyRequest): Promise<PasskeyCreationOptions> {
    requireOwnSignIn(request);
    requireFreshSecondFactor();
    const { accountId, email, accountName } = sessionOf(request);
    const known = await this.find(request);
    return {
      rp: { id: this.sites.of(request).id, name: SITE_NAME },
      user: { id: handleOf(accountId), name: email, displayName: accountName },
      challenge: await this.challenges.offerToAdd(request),
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
      timeout: CHALLENGE_MS,
      excludeCredentials: known.map(descriptorOf),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    };
  }

  /** The challenge says that the second factor was fresh when this began. */
  async add({ name, credential }: NewPasskey, request: FastifyRequest): Promise<void> {
    const challenge = await this.challenges.take(credential.response.clientDataJSON, 'ADD', request);
    const made = challenge && (await judgeMade(credential, challenge, this.sites.of(request)));
    if (!made) throw new DomainError('PASSKEY_NOT_ADDED');
    const { credentialId, publicKey, counter, transports } = made;
    const user = this.sessions.requireUser(sessionOf(request));
    await this.transactions.run(user, originOf(request), async () => {
      const id = newId();
      const parameters = [
        this.sessions.tokenHashOf(request),
        id,
        credentialId,
        publicKey,
        counter,
        transports,
        name.trim(),
      ];
      const isNew = await callAuth<boolean>(requestContext().manager, 'add_passkey', ...parameters);
      if (!isNew) throw new DomainError('PASSKEY_NOT_ADDED');
      noteInLog('ADD_PASSKEY', 'C', id);
    });
  }

  async remove(id: string, request: FastifyRequest): Promise<void> {
    requireOwnSignIn(request);
    requireFreshSecondFactor();
    if (!isUuid(id)) throw new DomainError('NOT_FOUND');
    const hash = this.sessions.tokenHashOf(request);
    const outcome = await callAuth<Removal>(requestContext().manager, 'remove_own_passkey', hash, id);
    if (outcome === 'UNKNOWN') throw new DomainError('NOT_FOUND');
    if (outcome === 'LAST') throw new DomainError('LAST_FACTOR');
    noteInLog('REMOVE_PASSKEY', 'D', id);
  }

  private find(request: FastifyRequest): Promise<(OwnPasskey & PlacedPasskey)[]> {
    return callAuth<(OwnPasskey & PlacedPasskey)[]>(
      requestContext().manager,
      'own_passkeys',
      this.sessions.tokenHashOf(request),
    );
  }
}

function noteInLog(type: string, action: 'C' | 'D', objectId: string): void {
  requestContext().log.push({ type, action, objectType: 'PASSKEY', objectId, purpose: 'ADMINISTRATION' });
}
