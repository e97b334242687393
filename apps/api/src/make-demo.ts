import { parseArgs } from 'node:util';
import { text } from '@samenoud/texts';
import { createApp } from './create-app.ts';
import { makeDemoOnce } from './demo/demo-mark.ts';
import type { DemoSize } from './demo/demo-people.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { readConfig } from './platform/config/config.ts';
import { exitWithParent } from './platform/config/exit-with-parent.ts';
import { StartRefusal } from './platform/config/start-refusal.ts';
import { prepareDatabase } from './platform/database/prepare-database.ts';

const MOST_PRACTICES = 400;
const MOST_CLIENTS = 2000;

/** Makes a demo network of any size in an empty database: `npm run demo -- --practices 40 --clients 300`. */
try {
  await makeDemo(readSize(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(StartRefusal.exitCode);
}

async function makeDemo(size: DemoSize | null): Promise<void> {
  const config = readConfig({ ...process.env, SAMENOUD_DEMO: '1' });
  await prepareDatabase(config);
  const app = await createApp(config);
  exitWithParent(() => app.close());
  const onPractice = (name: string, clients: number): void =>
    void process.stdout.write(`${text('start.demoPractice', { name, clients })}\n`);
  const outcome = await makeDemoOnce(config.databaseUrl, size, (begun) => seedDemo(app, { ...begun, onPractice }));
  await app.close();
  if (outcome !== 'MADE') throw new StartRefusal(text('start.demoNotEmpty'));
  process.stdout.write(`${text('start.demoMade')}\n`);
}

/** Without options the usual network. */
function readSize(args: readonly string[]): DemoSize | null {
  const options = { practices: { type: 'string' }, clients: { type: 'string' } } as const;
  try {
    const { practices, clients } = parseArgs({ args: [...args], options }).values;
    if (practices === undefined && clients === undefined) return null;
    return {
      practices: wholeNumber(practices ?? '2', MOST_PRACTICES),
      clients: wholeNumber(clients ?? '200', MOST_CLIENTS),
    };
  } catch (error) {
    throw new StartRefusal(text('start.demoSizeInvalid', { practices: MOST_PRACTICES, clients: MOST_CLIENTS }), {
      cause: error,
    });
  }
}

function wholeNumber(value: string, most: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > most) throw new RangeError('not a size');
  return number;
}
