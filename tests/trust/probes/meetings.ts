import { pick } from '../support/random.ts';
import { PRACTICES } from '../support/staff.ts';
import { newToken } from '../support/world.ts';
import { type Asked, lacksKind, leaks } from './judge.ts';
import { byRole, colleaguesOf, type Life } from './life.ts';
import type { Staffing } from './people.ts';
import type { Dossier } from './record-keeper.ts';
import { mayEver } from './rights-oracle.ts';

/** One meeting that is being prepared in each practice; who attend are its GPs. */
export async function planMeetings({ people }: Staffing): Promise<Map<string, string>> {
  const meetings = new Map<string, string>();
  for (const practice of PRACTICES) {
    const gps = byRole(people, 'GP').filter((person) => person.practice === practice);
    const body = { startsAt: '2099-03-02T12:30:00Z', attendees: gps.map(({ id: userId }) => ({ userId })) };
    const answer = await gps[0]?.agent.post('/api/v1/meetings').send(body).expect(201);
    meetings.set(practice, String(answer?.body.id));
  }
  return meetings;
}

/** A question to the team about a client, by a GP or at the desk. */
export async function askMeeting(life: Life, dossier: Dossier): Promise<void> {
  if (dossier.things.some(({ kind }) => kind === 'AGENDA')) return;
  const writer = pick(life.random, byRole(colleaguesOf(life, dossier), 'GP', 'PRACTICE_ASSISTANT'));
  const { clientId } = dossier.client;
  const token = newToken();
  const { status, body } = await writer.agent
    .post(`/api/v1/meetings/${life.meetings.get(writer.practice)}/agenda-items`)
    .send({ clientId, question: token });
  if (status !== 201) life.faults.push(`a question by ${writer.role} to the meeting: ${status} instead of 201`);
  else dossier.things.push({ kind: 'AGENDA', id: body.id, clientId, ownerOrg: writer.orgId, madeBy: writer.id, token });
}

/** Trust paper 3, meeting: of its attendees, and of the GPs of the practice; to everybody else it is not there. */
export async function probeMeeting({ meetings, random, faults }: Life, asked: Asked): Promise<boolean> {
  const { person, dossiers, facts } = asked;
  const practice = random() < 0.8 ? person.practice : pick(random, PRACTICES);
  const part = pick(random, ['', '', '/minutes', '/calendar.ics']);
  const answer = await person.agent.get(`/api/v1/meetings/${meetings.get(practice)}${part}`);
  const isHers = person.role === 'GP' && person.practice === practice;
  // of a meeting that was not held there are no minutes
  const allowed = part === '/minutes' ? [200, 404, 409] : [200];
  const expected = mayEver(person.role, 'MEETING', 'READ') ? (isHers ? allowed : [404]) : [403];
  const found = leaks(asked, answer);
  if (!expected.includes(answer.status)) found.push(`${answer.status} instead of ${expected.join(' or ')}`);
  const own = dossiers.filter(({ client, wasRestricted }) => !wasRestricted && facts.tenantOf.get(client.clientId) === person.tenant); // prettier-ignore
  if (part === '' && answer.status === 200) found.push(...own.flatMap((dossier) => lacksKind(asked, dossier, answer.body, 'AGENDA'))); // prettier-ignore
  for (const fault of found) faults.push(`GET /meetings/{id}${part} by ${person.role}: ${fault}`);
  return answer.status < 400;
}
