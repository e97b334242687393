import { text } from '@samenoud/texts';
import { DataSource } from 'typeorm';
import type { Config } from '../platform/config/config.ts';
import { randomToken, tokenHash } from '../platform/config/secrets.ts';
import { migratingOptions } from '../platform/database/data-source.ts';

const VALID = '72 hours';
/** After the request that asked for it was committed. */
const SOON_MS = 1000;

interface Waiting {
  readonly practice_id: string;
  readonly user_id: string;
  readonly practice: string;
  readonly has_link: boolean;
}

interface ConfirmLink {
  readonly practice: string;
  readonly link: string;
}

/**
 * One-time links with which the host confirms roles that wait for a second person where there is none. Made with the login
 * that owns the database: the app's own may use such a link, but never make one. Earlier ones end, or are left as they are.
 */
export async function offerConfirmLinks(config: Config, which: 'ALL' | 'NEW' = 'ALL'): Promise<ConfirmLink[]> {
  const dataSource = await new DataSource(migratingOptions(config.databaseUrl)).initialize();
  try {
    const waiting: Waiting[] = await dataSource.query('SELECT * FROM auth.waiting_grants()');
    const place = config.publicUrl ?? `http://${config.host}:${config.port}`;
    const links: ConfirmLink[] = [];
    for (const { practice_id, user_id, practice } of waiting.filter(({ has_link }) => which === 'ALL' || !has_link)) {
      const token = randomToken();
      await dataSource.query('SELECT auth.offer_confirm_link($1, $2, $3, $4)', [
        practice_id,
        user_id,
        tokenHash(token),
        VALID,
      ]);
      links.push({ practice, link: `${place}/uitnodiging#${token}` });
    }
    return links;
  } finally {
    await dataSource.destroy();
  }
}

/** Prints them to the log of the host. */
export async function printConfirmLinks(config: Config, which: 'ALL' | 'NEW' = 'ALL'): Promise<void> {
  for (const { practice, link } of await offerConfirmLinks(config, which))
    process.stdout.write(`${text('start.confirmLink', { practice, link })}\n`);
}

/** The next start of the server prints what could not be printed now. */
export function printConfirmLinksSoon(config: Config): void {
  setTimeout(() => void printConfirmLinks(config, 'NEW').catch(() => undefined), SOON_MS).unref();
}
