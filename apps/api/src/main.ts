import { text } from '@samenoud/texts';
import { createApp } from './create-app.ts';
import { makeDemoOnce } from './demo/demo-mark.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { type Config, readConfig } from './platform/config/config.ts';
import { exitWithParent } from './platform/config/exit-with-parent.ts';
import { StartRefusal } from './platform/config/start-refusal.ts';
import { type Installation, prepareDatabase } from './platform/database/prepare-database.ts';
import { sqlState } from './platform/http/problem-details.ts';
import { Readiness } from './platform/health/health.controller.ts';
import { printConfirmLinks } from './users/confirm-links.ts';
import { replayDestructions } from './destructions/replay-destructions.ts';
import { offerSetUpLink } from './set-up/set-up-link.ts';

try {
  await start(readConfig(process.env));
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(StartRefusal.exitCode);
}

async function start(config: Config): Promise<void> {
  const installation = await prepareDatabase(config);
  refuseDemoInProduction(config, installation);
  await replayDestructions(config);
  const app = await createApp(config, { site: true });
  const stop = (): void => void app.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  exitWithParent(stop);
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    if (sqlState(error) === 'EADDRINUSE') throw new StartRefusal(text('start.portInUse', { port: config.port }));
    throw error;
  }
  if (config.demo) await makeDemoOnce(config.databaseUrl, null, (begun) => seedDemo(app, begun));
  app.get(Readiness).markReady();
  const link = config.demo ? undefined : await offerSetUpLink(config);
  if (link) process.stdout.write(`${text('start.setupLink', { link })}\n`);
  if (!config.demo) await printConfirmLinks(config);
}

function refuseDemoInProduction(config: Config, installation: Installation): void {
  if (config.production && installation.mark !== null) throw new StartRefusal(text('start.demoDatabaseInProduction'));
}
