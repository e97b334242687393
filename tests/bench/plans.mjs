/**
 * How long one person waits for a record and for her caseload when there are many plans with many editions.
 *
 *     npm run bench -- plans [--plans 1000] [--editions 10] [--caseload 300]
 */
import { parseArgs } from 'node:util';

import { addMonths, dayOfInstant } from '@samenoud/domain';
import { completeForm } from './jobs.mjs';
import { registerClients } from './network.mjs';
import { forEach, signInAs, spread, timed } from './person.mjs';
import { startBoth } from './processes.mjs';

const atOnce = 8;
const openings = 300;
const lists = 50;
const today = dayOfInstant(Date.now());
const agreed = { agreement: { by: 'de cliënt', on: today, how: 'ORAL' } };

/** @param {string[]} args */
export async function benchPlans(args) {
  const { values } = parseArgs({
    args,
    options: {
      plans: { type: 'string', default: '1000' },
      editions: { type: 'string', default: '10' },
      caseload: { type: 'string', default: '300' },
    },
  });
  const [plans, editions, caseload] = [Number(values.plans), Number(values.editions), Number(values.caseload)];
  const { product, stop } = await startBoth();
  try {
    const gp = await signInAs(product.url, 'GP', 'leeg');
    const nurse = await signInAs(product.url, 'PRACTICE_NURSE', 'leeg');
    const { id: userId } = (await nurse.ask('GET', 'session')).user;
    const clients = await registerClients(product.url, gp.cookie, plans, completeForm);
    /** @type {Map<string, string>} */
    const planOf = new Map();
    await forEach(clients, atOnce, async (client, index) => {
      if (index < caseload) await gp.ask('PUT', `clients/${client}/case-manager`, { userId }, 1);
      planOf.set(client, await makePlan(gp, client, editions));
    });
    const asked = clients.toSorted().slice(0, openings);
    const [records, opened, first] = [[], [], []].map((list) => /** @type {number[]} */ (list));
    for (const client of asked) {
      records?.push(await timed(() => gp.ask('GET', `clients/${client}`)));
      opened?.push(await timed(() => gp.ask('GET', `care-plans/${planOf.get(client)}`)));
      first?.push(await timed(() => gp.ask('GET', `care-plans/${planOf.get(client)}/editions/1`)));
    }
    const size = { plans, editions };
    console.log(JSON.stringify({ job: 'record', ...size, ...spread(records ?? []) }));
    console.log(JSON.stringify({ job: 'plan', ...size, ...spread(opened ?? []) }));
    console.log(JSON.stringify({ job: 'first-edition', ...size, ...spread(first ?? []) }));
    /** @type {number[]} */
    const waits = [];
    let total = 0;
    for (let time = 0; time < lists; time++) {
      waits.push(
        await timed(async () => {
          ({ total } = await nurse.ask('POST', 'caseload/search', { limit: 200 }));
        }),
      );
    }
    console.log(JSON.stringify({ job: 'caseload', clients: total, ...spread(waits) }));
  } finally {
    await stop();
  }
}

/**
 * @param {import('./person.mjs').Person} by
 * @param {string} client
 * @param {number} editions
 * @returns {Promise<string>} its id
 */
async function makePlan(by, client, editions) {
  const { id } = await by.ask('POST', `clients/${client}/care-plans`, { whatMatters: 'De tuin', strengths: 'Handig' });
  const problem = await by.ask('POST', `care-plans/${id}/problems`, {
    area: 'd460',
    description: 'Ik kom de deur niet meer uit',
    severity: 8,
    wantsToWorkOnIt: 'YES',
  });
  for (const text of ['Weer naar de markt', 'Elke week bezoek', 'Zelf brood halen']) {
    const goal = { problemId: problem.id, text, baselineScore: 8, targetScore: 4, targetDate: addMonths(today, 6) };
    await by.ask('POST', `care-plans/${id}/goals`, goal);
  }
  for (let edition = 1; edition <= editions; edition++) {
    const { version } = await by.ask('GET', `care-plans/${id}`);
    await by.ask('PATCH', `care-plans/${id}`, { wishes: `Wens ${edition}` }, version);
    await by.ask('POST', `care-plans/${id}/adopt`, agreed);
  }
  return id;
}
