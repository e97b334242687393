/**
 * What a request costs beside a bare Fastify + pg handler that runs the same statements: one JSON line per job, all in one run
 * on an embedded PostgreSQL that waits for the disk, 20 connections; and how the product holds when many people answer online at
 * once. It reports and never fails on a figure.
 *
 *     npm run bench [-- --seconds 5 --rounds 3]
 *     npm run bench -- plans                      records and a caseload with many plans: plans.mjs
 *     npm run bench -- meeting                    agenda, decisions, and a hundred meetings at once: meeting.mjs
 *     npm run bench -- rls [--clients 1600000]    what row-level security costs with the clients of a region: rls.mjs
 */
import { parseArgs } from 'node:util';

import { Refusal, report } from '../../scripts/refusal.mjs';
import { compareAnswers } from './compare.mjs';
import { completeForm, jobs } from './jobs.mjs';
import { measure } from './measure.mjs';
import { registerClients, signIn } from './network.mjs';
import { benchMeeting } from './meeting.mjs';
import { measureOnline } from './online.mjs';
import { benchPlans } from './plans.mjs';
import { startBoth } from './processes.mjs';
import { benchRls } from './rls.mjs';

const [mode, ...rest] = process.argv.slice(2);
/** @type {Readonly<Record<string, (args: string[]) => Promise<void>>>} */
const others = { rls: benchRls, plans: benchPlans, meeting: benchMeeting };
const other = others[mode ?? ''];
const { values } = parseArgs({
  args: other === undefined ? process.argv.slice(2) : [],
  options: { seconds: { type: 'string', default: '5' }, rounds: { type: 'string', default: '3' } },
});
const size = { seconds: Number(values.seconds), rounds: Number(values.rounds) };

const clientsOfPractice = 250;
const clientsForForms = 1500;

async function bench() {
  const { product, bare, database, stop } = await startBoth();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().then(() => process.exit(130)));
  try {
    const cookie = await signIn(product.url);
    const clients = await registerClients(product.url, cookie, clientsOfPractice, completeForm);
    for (const job of jobs) {
      if (job.clients === 'MANY') {
        const more = clientsForForms - clients.length;
        clients.push(...(await registerClients(product.url, cookie, more, completeForm, clients.length)));
      }
      const requests = job.requests(clients, cookie);
      await compareAnswers(job.name, requests, [product.url, bare.url]);
      console.log(JSON.stringify({ ...(await measure(job, requests, product, bare, size)), clients: clients.length }));
    }
    console.log(JSON.stringify(await measureOnline(product, database, cookie)));
    console.log(JSON.stringify({ job: 'api-process', rssMb: product.rssMb(), highestRssMb: product.highestRssMb() }));
  } finally {
    await stop();
  }
}

await (other === undefined ? bench() : other(rest)).catch((error) => {
  process.exitCode = error instanceof Refusal ? report(error) : 1;
  if (!(error instanceof Refusal)) console.error(error);
});
