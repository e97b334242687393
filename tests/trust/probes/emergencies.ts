import { pick } from '../support/random.ts';
import { byRole, colleaguesOf, expectStatus, type Life } from './life.ts';
import type { Dossier } from './record-keeper.ts';

/** An emergency access begins; or one ends: by hand, or after four hours. */
export async function breakGlass(life: Life, dossier: Dossier): Promise<void> {
  const { random, stack } = life;
  const people = colleaguesOf(life, dossier);
  const running = pick(random, [...dossier.emergencies, null]);
  if (running) {
    const { agent } = people.find(({ id }) => id === running.userId) ?? pick(random, people);
    if (random() < 0.5)
      expectStatus(life, 'ending an emergency', await agent.post(`/api/v1/emergency-accesses/${running.id}/end`).send({}), [200]); // prettier-ignore
    await stack.owner.query(`UPDATE care.emergency_access SET begun_at = begun_at - interval '50 hours', ends_at = ends_at - interval '50 hours',
      ended_at = ended_at - interval '50 hours' WHERE id = $1`, [running.id]); // prettier-ignore
    dossier.emergencies.splice(dossier.emergencies.indexOf(running), 1);
    return;
  }
  const busy = new Set(life.dossiers.flatMap(({ emergencies }) => emergencies.map(({ userId }) => userId)));
  const free = byRole(people, 'DISTRICT_NURSE', 'ELDERLY_CARE_PHYSICIAN', 'GP').filter(({ id }) => !busy.has(id));
  if (free.length === 0) return;
  const { agent, id: userId } = pick(random, free);
  const reasonCode = pick(random, ['ACUTE_CARE', 'VITAL_INTEREST', 'LOCUM', 'OTHER']);
  const answer = await agent
    .post(`/api/v1/clients/${dossier.client.id}/break-glass`)
    .send({ reasonCode, reason: 'Gevallen in huis, kan zelf niets vertellen.' });
  // 409: she has the record already by her relation
  if (!expectStatus(life, 'an emergency access', answer, [201, 409])) return;
  dossier.emergencies.push({ id: (answer.body as { id: string }).id, userId, vital: reasonCode === 'VITAL_INTEREST' });
}
