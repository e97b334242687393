import { Inject, Injectable } from '@nestjs/common';
import { text } from '@samenoud/texts';
import { DataSource } from 'typeorm';
import { PracticeSetup } from '../organisations/practice-setup.service.ts';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { randomToken, tokenHash } from '../platform/config/secrets.ts';
import { StartRefusal } from '../platform/config/start-refusal.ts';
import { migratingOptions } from '../platform/database/data-source.ts';
import { newId } from '../platform/http/uuid.ts';
import { shortNameOf } from './short-name.ts';

const VALID = '72 hours';

interface Place {
  readonly hasAccounts: boolean;
  /** Of a practice with that short name. */
  readonly id: string | null;
  readonly hasPeople: boolean;
}

/** Another practice in an installation that has one, made by whoever keeps the server. */
@Injectable()
export class FurtherPractice {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly practices: PracticeSetup,
  ) {}

  /**
   * Makes the practice and answers the one-time link with which its manager comes in. Asked again before anybody used the
   * link, there is a new one. Throws StartRefusal where there is nothing to add to, or the short name is taken.
   */
  async offer(name: string, wanted?: string): Promise<string> {
    const shortName = wanted ?? shortNameOf(name);
    const database = await new DataSource(migratingOptions(this.config.databaseUrl)).initialize();
    try {
      const rows: { place: Place }[] = await database.query('SELECT auth.place_for_practice($1) AS place', [shortName]);
      const place = rows[0]?.place;
      if (!place?.hasAccounts) throw new StartRefusal(text('start.practiceFirst'));
      if (place.hasPeople) throw new StartRefusal(text('start.practiceExists', { shortName }));
      const id = place.id ?? (await this.make(name, shortName));
      const token = randomToken();
      await database.query('SELECT auth.offer_practice_link($1, $2, $3)', [id, tokenHash(token), VALID]);
      return `${this.config.publicUrl ?? `http://${this.config.host}:${this.config.port}`}/instellen#${token}`;
    } finally {
      await database.destroy();
    }
  }

  private async make(name: string, shortName: string): Promise<string> {
    const id = newId();
    const organisation = { id: newId(), name, kind: 'PRACTICE', phone: null, members: [] } as const;
    await this.practices.create({ id, shortName, name, phone: null, organisations: [organisation] });
    return id;
  }
}
