import { parseArgs } from 'node:util';
import { text } from '@samenoud/texts';
import { createApp } from './create-app.ts';
import { readConfig } from './platform/config/config.ts';
import { exitWithParent } from './platform/config/exit-with-parent.ts';
import { StartRefusal } from './platform/config/start-refusal.ts';
import { prepareDatabase } from './platform/database/prepare-database.ts';
import { FurtherPractice } from './set-up/further-practice.service.ts';

/** Makes a further practice beside those that are there: `npm run practice -- add --name … [--short-name …]`. */
try {
  await addPractice(readWish(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(StartRefusal.exitCode);
}

interface Wish {
  readonly name: string;
  readonly shortName: string | undefined;
}

async function addPractice({ name, shortName }: Wish): Promise<void> {
  const config = readConfig(process.env);
  const { mark } = await prepareDatabase(config);
  if (mark !== null) throw new StartRefusal(text('start.practiceInDemo'));
  const app = await createApp(config);
  exitWithParent(() => app.close());
  try {
    const link = await app.get(FurtherPractice, { strict: false }).offer(name, shortName);
    process.stdout.write(`${text('start.practiceMade', { name, link })}\n`);
  } finally {
    await app.close();
  }
}

function readWish(args: readonly string[]): Wish {
  const options = { name: { type: 'string' }, 'short-name': { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const name = values.name?.trim() ?? '';
    const shortName = values['short-name'];
    const isRight = positionals.join(' ') === 'add' && name !== '' && name.length <= 200;
    if (!isRight || (shortName !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(shortName)))
      throw new RangeError('not a practice');
    return { name, shortName };
  } catch (error) {
    throw new StartRefusal(text('start.practiceUsage'), { cause: error });
  }
}
