import { text } from '@samenoud/texts';
import { StartRefusal } from './start-refusal.ts';

export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  /** Login of the app where roles are made by hand; otherwise derived from `databaseUrl` and the key. */
  readonly databaseAppUrl: string | undefined;
  readonly database: 'embedded' | 'external';
  readonly dataDir: string;
  readonly witnessDir: string;
  readonly demo: boolean;
  readonly key: Buffer;
  /** Origin under which people reach the app; undefined outside production means any loopback origin. */
  readonly publicUrl: string | undefined;
  /** Addresses of reverse proxies whose `X-Forwarded-For` is believed; of no other. */
  readonly trustedProxies: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings of one process from its environment.
 * @throws StartRefusal with one Dutch sentence when a setting is missing or contradicts another.
 */
export function readConfig(env: Environment): Config {
  const production = env['NODE_ENV'] === 'production';
  const database = env['SAMENOUD_DATABASE'] === 'embedded' ? 'embedded' : 'external';
  const dataDir = env['DATA_DIR'] ?? '.data';
  if (production && database === 'embedded') throw new StartRefusal(text('start.embeddedInProduction'));
  return {
    production,
    database,
    dataDir,
    host: env['HOST'] ?? '127.0.0.1',
    port: readPort(env['PORT']),
    databaseUrl: required(env['DATABASE_URL'], 'start.databaseUrlMissing'),
    databaseAppUrl: env['DATABASE_APP_URL'],
    witnessDir: env['WITNESS_DIR'] ?? `${dataDir}/witness`,
    demo: readDemo(env, production, database),
    key: readKey(env['SAMENOUD_KEY']),
    publicUrl: readPublicUrl(env['PUBLIC_URL'], production),
    trustedProxies: (env['TRUSTED_PROXIES'] ?? '')
      .split(',')
      .map((address) => address.trim())
      .filter(Boolean),
  };
}

function required(value: string | undefined, sentence: 'start.databaseUrlMissing' | 'start.keyMissing'): string {
  if (!value) throw new StartRefusal(text(sentence));
  return value;
}

function readPort(value: string | undefined): number {
  const port = Number(value ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new StartRefusal(text('start.portInvalid'));
  return port;
}

function readDemo(env: Environment, production: boolean, database: Config['database']): boolean {
  const wanted = env['SAMENOUD_DEMO'] ?? (database === 'embedded' ? '1' : '0');
  if (production && wanted === '1') throw new StartRefusal(text('start.demoInProduction'));
  return wanted === '1';
}

function readKey(value: string | undefined): Buffer {
  const key = Buffer.from(required(value, 'start.keyMissing'), 'base64');
  if (key.length !== 32) throw new StartRefusal(text('start.keyInvalid'));
  return key;
}

function readPublicUrl(value: string | undefined, production: boolean): string | undefined {
  if (production && !value) throw new StartRefusal(text('start.publicUrlMissing'));
  if (!value) return undefined;
  if (!URL.canParse(value)) throw new StartRefusal(text('start.publicUrlInvalid'));
  const url = new URL(value);
  if (production && url.protocol !== 'https:') throw new StartRefusal(text('start.publicUrlInsecure'));
  return url.origin;
}
