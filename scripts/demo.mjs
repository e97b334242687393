import { runAtConsole } from './console-program.mjs';

/**
 * Makes a demo network in an empty database: `npm run demo -- --practices 40 --clients 300`. Broken off, the next run goes
 * on where it stopped.
 */
await runAtConsole('apps/api/dist/make-demo.js');
