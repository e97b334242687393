import { writeFileSync } from 'node:fs';
import { createApp } from './create-app.ts';
import { describeApi } from './platform/http/openapi.ts';

/** Writes the contract without a database: the structure of the app is enough. */
const app = await createApp(
  {
    production: false,
    host: '127.0.0.1',
    port: 0,
    databaseUrl: 'postgres://preview@127.0.0.1/preview',
    databaseAppUrl: undefined,
    database: 'external',
    dataDir: '.data',
    witnessDir: '.data/witness',
    demo: true, // the contract describes every route
    key: Buffer.alloc(32),
    publicUrl: undefined,
    trustedProxies: [],
  },
  { preview: true },
);
const target = new URL('../openapi.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(describeApi(app), null, 2)}\n`);
