import { runAtConsole } from './console-program.mjs';

/** Makes a further practice: `npm run practice -- add --name "Huisartsenpraktijk De Eik"`, and prints its one-time link. */
await runAtConsole('apps/api/dist/add-practice.js');
