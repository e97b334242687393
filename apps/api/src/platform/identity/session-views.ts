import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';
import { SessionStore, type StoredSession } from './session-store.ts';
import type { SessionView } from './session.dto.ts';

@Injectable()
export class SessionViews {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: SessionStore,
  ) {}

  /** What the web app knows of its session. Throws while the second factor or the membership is missing. */
  of(session: StoredSession): SessionView {
    const user = this.sessions.requireUser(session);
    return {
      user: { id: user.userId, displayName: user.displayName, role: user.role, organisation: user.organisationName },
      practice: { id: user.practiceId, name: user.practiceName },
      expiresAt: user.expiresAt,
      secondFactorAt: user.secondFactorAt,
      stepUp: this.stepUpOf(session),
    };
  }

  private stepUpOf({ totpConfirmed, viaProvider, providerFactor }: StoredSession): SessionView['stepUp'] {
    if (totpConfirmed) return 'CODE';
    if (providerFactor) return 'PROVIDER';
    return this.config.demo && !viaProvider ? 'BUTTON' : 'CODE';
  }
}
