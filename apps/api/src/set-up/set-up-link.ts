import { DataSource } from 'typeorm';
import type { Config } from '../platform/config/config.ts';
import { randomToken, tokenHash } from '../platform/config/secrets.ts';
import { migratingOptions } from '../platform/database/data-source.ts';

const VALID = '72 hours';

/**
 * A one-time link with which the first manager makes the practice; nothing once there is an account. Made with the login
 * that owns the database: the app's own may use such a link, but never make one.
 */
export async function offerSetUpLink(config: Config): Promise<string | undefined> {
  const dataSource = await new DataSource(migratingOptions(config.databaseUrl)).initialize();
  try {
    const token = randomToken();
    const rows: { offered: boolean }[] = await dataSource.query('SELECT auth.offer_set_up($1, $2) AS offered', [
      tokenHash(token),
      VALID,
    ]);
    const place = config.publicUrl ?? `http://${config.host}:${config.port}`;
    return rows[0]?.offered ? `${place}/instellen#${token}` : undefined;
  } finally {
    await dataSource.destroy();
  }
}
