import { pick, someOf } from '../support/random.ts';
import { newToken } from '../support/world.ts';
import { breakGlass } from './emergencies.ts';
import { byRole, colleaguesOf, DAY, expectStatus, type Life, MOST, today } from './life.ts';
import type { Employee } from './people.ts';
import { adviserMayTakePart, type Dossier, endAdvisers, factsOf, newDossier } from './record-keeper.ts';
import { hasBasis, mayEver } from './rights-oracle.ts';
import type { Kept } from './seen-oracle.ts';
import { write } from './writing.ts';

function nurseOf(life: Life, dossier: Dossier): Employee {
  return pick(life.random, byRole(colleaguesOf(life, dossier), 'PRACTICE_NURSE', 'PRACTICE_ASSISTANT'));
}

/** A new client of a practice, with what surrounds her. */
export async function addClient(life: Life, practice: string): Promise<void> {
  const { staffing, random } = life;
  const staff = staffing.people.filter((person) => person.practice === practice);
  const maker = pick(random, byRole(staff, 'PRACTICE_NURSE', 'PRACTICE_ASSISTANT', 'GP'));
  const gpId = random() < 0.6 ? pick(random, byRole(staff, 'GP')).id : null;
  const token = newToken();
  const { body } = await maker.agent
    .post('/api/v1/clients')
    .send({ name: { family: token }, sex: 'FEMALE', birthDate: '1941-04-03', gpId })
    .expect(201);
  const client: Kept = { kind: 'CLIENT', id: body.id, clientId: body.id, ownerOrg: maker.orgId, madeBy: maker.id, token }; // prettier-ignore
  const dossier = newDossier(client, gpId);
  life.dossiers.push(dossier);
  for (let step = 0; step < 8; step++) await happen(life, dossier);
}

type Happening = (life: Life, dossier: Dossier) => Promise<void>;

/** Something happens to one client: a person does it through the API, and what the papers say it leads to is kept. */
export async function happen(life: Life, dossier: Dossier = pick(life.random, life.dossiers)): Promise<void> {
  const choices: readonly (readonly [number, Happening])[] = [
    [4, giveConsent], [3, withdrawConsent], [3, changeTeam], [2, nameCaseManager], [1, changeGp], [2, standIn],
    [2, breakGlass], [3, write], [1, restrict],
  ]; // prettier-ignore
  const all = choices.flatMap(([weight, choice]) => Array.from({ length: weight }, () => choice));
  // while nobody but the GP may see her record nothing else happens to it
  const happening = dossier.restrictionId === null ? pick(life.random, all) : liftRestriction;
  await happening(life, dossier);
  await comparePlaces(life, dossier, happening.name);
}

/** Whoever takes part by what was done is whom the product has in the team, and nobody else. */
async function comparePlaces({ stack, staffing, faults }: Life, dossier: Dossier, after: string): Promise<void> {
  const { rows } = await stack.owner.query<{ id: string }>(
    // a place on an agenda is the GPs', to whom every client of the practice is a relation anyway
    `SELECT DISTINCT t.user_id AS id FROM care.team_member t JOIN care.membership m ON m.id = t.user_id
     WHERE t.client_id = $1 AND t.active @> now() AND NOT (t.reason = 'MEETING' AND m.role = 'GP')`,
    [dossier.client.clientId],
  );
  const is = rows.map(({ id }) => id).toSorted();
  const should = [...(factsOf(staffing, [dossier]).places.get(dossier.client.clientId) ?? [])].toSorted();
  const roles = (ids: readonly string[]): string =>
    ids.map((id) => staffing.people.find((person) => person.id === id)?.role ?? id).join(', ');
  if (is.join() !== should.join()) faults.push(`after ${after} the team is ${roles(is)} instead of ${roles(should)}`);
}

async function giveConsent(life: Life, dossier: Dossier): Promise<void> {
  if (dossier.rules.length >= MOST.rules) return withdrawConsent(life, dossier);
  const { random, staffing } = life;
  const people = colleaguesOf(life, dossier);
  const organisations = [...new Set(people.map(({ orgId }) => orgId))];
  const socials = organisations.filter((id) => staffing.organisations.get(id) === 'SOCIAL_WORK');
  const kind = pick(random, ['GRANT', 'GRANT', 'GRANT', 'DENY', 'OPTOUT'] as const);
  const toOrg = random() < 0.5 ? pick(random, socials) : pick(random, organisations);
  const fromOrg =
    random() < 0.5
      ? null
      : pick(
          random,
          organisations.filter((id) => id !== toOrg),
        );
  const all = kind === 'GRANT' && socials.includes(toOrg) ? [1, 2, 3, 4, 6] : [1, 2, 3, 4, 5, 6];
  const some = someOf(random, all, 0.7);
  const categories = some.length > 0 ? some : [1];
  const recorder = pick(random, byRole(people, 'GP', 'PRACTICE_NURSE', 'PRACTICE_ASSISTANT'));
  const token = newToken();
  const answer = await recorder.agent.post(`/api/v1/clients/${dossier.client.id}/consents`).send({
    toOrganisationId: toOrg, fromOrganisationId: fromOrg, categories, rule: kind, givenBy: 'CLIENT', how: 'ORAL', on: DAY,
    note: token,
  }); // prettier-ignore
  if (!expectStatus(life, 'a consent', answer, [201])) return;
  const { id } = answer.body as { id: string };
  const { clientId } = dossier.client;
  dossier.rules.push({ id, clientId, kind, toOrg, fromOrg, categories });
  dossier.things.push({ kind: 'CONSENT', id, clientId, ownerOrg: recorder.orgId, madeBy: recorder.id, token });
  endAdvisers(staffing, dossier);
}

async function withdrawConsent(life: Life, dossier: Dossier): Promise<void> {
  const { random, staffing } = life;
  if (dossier.rules.length === 0) return;
  const rule = pick(random, dossier.rules);
  // whoever the client phones
  const related = factsOf(staffing, [dossier]).places.get(dossier.client.clientId) ?? new Set<string>();
  const people = colleaguesOf(life, dossier).filter(
    ({ id, role }) =>
      mayEver(role, 'CONSENT', 'VOID') && (related.has(id) || !['DISTRICT_NURSE', 'ELDERLY_ADVISER'].includes(role)),
  );
  const answer = await pick(random, people).agent.post(`/api/v1/consents/${rule.id}/withdraw`).send({});
  if (!expectStatus(life, 'a withdrawal', answer, [200, 201])) return;
  dossier.rules.splice(dossier.rules.indexOf(rule), 1);
  endAdvisers(staffing, dossier);
}

async function versionOf(agent: Employee['agent'], clientId: string): Promise<string> {
  return `"${String((await agent.get(`/api/v1/clients/${clientId}/team`)).body.version)}"`;
}

async function changeTeam(life: Life, dossier: Dossier): Promise<void> {
  const { random } = life;
  const people = colleaguesOf(life, dossier);
  const others = byRole(people, 'GP', 'ELDERLY_CARE_PHYSICIAN', 'DISTRICT_NURSE', 'ELDERLY_ADVISER', 'PRACTICE_NURSE').filter(
    ({ id }) => ![dossier.gpId, dossier.caseManagerId, dossier.standIn?.userId].includes(id) || dossier.members.has(id),
  ); // prettier-ignore
  const wanted = someOf(random, others, 0.45);
  const { agent } = nurseOf(life, dossier);
  const ifMatch = await versionOf(agent, dossier.client.id);
  const facts = factsOf(life.staffing, [dossier]);
  const refused = wanted.some(
    (person) =>
      person.role === 'ELDERLY_ADVISER' &&
      !dossier.members.has(person.id) &&
      !adviserMayTakePart(facts, dossier, person),
  );
  const answer = await agent
    .put(`/api/v1/clients/${dossier.client.id}/team`)
    .set('If-Match', ifMatch)
    .send({ members: wanted.map(({ id: userId }) => ({ userId })) });
  if (!expectStatus(life, 'a team', answer, refused ? [409] : [200])) return;
  dossier.members.clear();
  for (const { id } of wanted) dossier.members.add(id);
}

async function nameCaseManager(life: Life, dossier: Dossier): Promise<void> {
  const { random } = life;
  const people = byRole(colleaguesOf(life, dossier), 'DISTRICT_NURSE', 'ELDERLY_ADVISER', 'PRACTICE_NURSE');
  const named = random() < 0.2 ? null : pick(random, people);
  const { agent } = nurseOf(life, dossier);
  const facts = factsOf(life.staffing, [dossier]);
  const refused = named?.role === 'ELDERLY_ADVISER' && !adviserMayTakePart(facts, dossier, named);
  const answer = await agent
    .put(`/api/v1/clients/${dossier.client.id}/case-manager`)
    .set('If-Match', await versionOf(agent, dossier.client.id))
    .send({ userId: named?.id ?? null });
  if (!expectStatus(life, 'a case manager', answer, refused ? [409] : [200])) return;
  dossier.caseManagerId = named?.id ?? null;
  dossier.standIn = null;
}

/** The client wants that nobody but the GP sees her record, and the GP decides so. */
async function restrict(life: Life, dossier: Dossier): Promise<void> {
  if (dossier.emergencies.length > 0) return;
  const wish = { reason: 'Liever niet', askedBy: 'CLIENT', askedOn: DAY };
  const { agent } = nurseOf(life, dossier);
  const asked = await agent.post(`/api/v1/clients/${dossier.client.id}/restrictions`).send(wish);
  if (!expectStatus(life, 'a wish to restrict', asked, [201])) return;
  const { id } = asked.body as { id: string };
  const gp = pick(life.random, byRole(colleaguesOf(life, dossier), 'GP'));
  const decision = { decision: 'RESTRICT', reason: 'Op verzoek' };
  const answer = await gp.agent.post(`/api/v1/restrictions/${id}/decision`).send(decision);
  if (expectStatus(life, 'a restriction', answer, [200, 201]))
    [dossier.restrictionId, dossier.wasRestricted] = [id, true];
}

async function liftRestriction(life: Life, dossier: Dossier): Promise<void> {
  if (life.random() < 0.5) return;
  const gp = pick(life.random, byRole(colleaguesOf(life, dossier), 'GP'));
  const answer = await gp.agent.post(`/api/v1/restrictions/${dossier.restrictionId}/lift`).send({ reason: 'Mag weer' });
  if (expectStatus(life, 'the end of a restriction', answer, [200, 201])) dossier.restrictionId = null;
}

async function changeGp(life: Life, dossier: Dossier): Promise<void> {
  const gpId = life.random() < 0.2 ? null : pick(life.random, byRole(colleaguesOf(life, dossier), 'GP')).id;
  const { agent } = nurseOf(life, dossier);
  const answer = await agent
    .patch(`/api/v1/clients/${dossier.client.id}`)
    .set('If-Match', await versionOf(agent, dossier.client.id))
    .send({ gpId });
  if (expectStatus(life, 'a GP', answer, [200])) dossier.gpId = gpId;
}

/** A colleague stands in for the case manager, or stops before the last day. */
async function standIn(life: Life, dossier: Dossier): Promise<void> {
  if (dossier.standIn) return endStandIn(life, dossier, dossier.standIn);
  const people = colleaguesOf(life, dossier);
  const giver = people.find(({ id }) => id === dossier.caseManagerId);
  if (!giver) return;
  const may = byRole(people, 'DISTRICT_NURSE', 'ELDERLY_ADVISER', 'PRACTICE_NURSE').filter(({ id }) => id !== giver.id);
  const receiver = pick(life.random, may);
  const facts = factsOf(life.staffing, [dossier]);
  const { clientId, ownerOrg } = dossier.client;
  const withoutConsent = receiver.role === 'ELDERLY_ADVISER' && !adviserMayTakePart(facts, dossier, receiver);
  // whose case it is stands in the row of the client, of category 1, and the cell of the hand-over asks for none: left open
  const unseen = !hasBasis(facts, { clientId, ownerOrg, category: 1 }, giver.orgId);
  const asked = await giver.agent.post('/api/v1/caseload/handovers').send({
    clientId, toUserId: receiver.id, fromOn: today(), untilOn: today(3), reason: 'Verlof',
  }); // prettier-ignore
  if (
    !expectStatus(
      life,
      `a hand-over by ${giver.role}`,
      asked,
      unseen ? [201, 403, 409] : withoutConsent ? [409] : [201],
    )
  )
    return;
  const { items } = asked.body as unknown as { items: { id: string }[] };
  const handoverId = items[0]?.id ?? '';
  const answer = await receiver.agent.post(`/api/v1/handovers/${handoverId}/accept`).send({});
  if (expectStatus(life, `taking over by ${receiver.role}`, answer, [200, 201]))
    dossier.standIn = { userId: receiver.id, handoverId, ownerOrg: giver.orgId };
}

async function endStandIn(
  life: Life,
  dossier: Dossier,
  { handoverId, ownerOrg }: NonNullable<Dossier['standIn']>,
): Promise<void> {
  const gp = pick(life.random, byRole(colleaguesOf(life, dossier), 'GP'));
  const row = { clientId: dossier.client.clientId, ownerOrg, category: 1 } as const;
  const shared = hasBasis(factsOf(life.staffing, [dossier]), row, gp.orgId);
  const answer = await gp.agent.post(`/api/v1/handovers/${handoverId}/end`).send({});
  if (expectStatus(life, 'the end of standing in', answer, shared ? [200, 201] : [200, 201, 403, 404]))
    dossier.standIn = null;
}
