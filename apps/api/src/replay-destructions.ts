import { readConfig } from './platform/config/config.ts';
import { prepareDatabase } from './platform/database/prepare-database.ts';
import { replayDestructions } from './destructions/replay-destructions.ts';

/** `npm run destructions -- replay`: after a restore, everybody whose record was destroyed is gone again. */
const config = readConfig(process.env);
await prepareDatabase(config);
process.stdout.write(`${JSON.stringify({ command: 'destructions', ...(await replayDestructions(config)) })}\n`);
