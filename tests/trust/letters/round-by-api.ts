import type { Agent, TestApp } from '../support/staff.ts';

export interface Invitation {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly formCode: string;
  readonly client: { readonly id: string };
}

const LETTERHEAD = {
  name: 'Huisartsenpraktijk De Brug', street: 'Dorpsstraat 1', postcode: '9501 AB', city: 'Stadskanaal', phone: '0599 123456',
  senderName: 'J. Smit', senderRole: 'huisarts',
}; // prettier-ignore
export const ON_EVERY_PAGE = ['Huisartsenpraktijk De Brug', '0599 123456'];

export async function setLetterhead(manager: Agent): Promise<void> {
  await manager.put('/api/v1/letterhead').set('If-Match', '"0"').send(LETTERHEAD).expect(200);
}

const aheadOf = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export async function makeRound(
  agent: Agent,
  referenceDate: string,
): Promise<{ id: string; eligible: number; leftOut: Record<string, number> }> {
  const body = { name: `Ronde ${referenceDate}`, referenceDate, returnBy: aheadOf(365) };
  return (await agent.post('/api/v1/screening-rounds').send(body).expect(201)).body;
}

export async function inviteAll(
  agent: Agent,
  roundId: string,
): Promise<{ invited: number; leftOut: Record<string, number> }> {
  const { status, body } = await agent.post(`/api/v1/screening-rounds/${roundId}/invitations`).send({});
  if (status >= 300) throw new Error(`inviting answered ${status} ${JSON.stringify(body)}`);
  return body;
}

export async function invitationsOf(agent: Agent, roundId: string): Promise<Invitation[]> {
  const all: Invitation[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { body } = await agent.get(`/api/v1/screening-rounds/${roundId}/invitations?limit=200${query}`).expect(200);
    all.push(...(body.items as Invitation[]));
    cursor = body.nextCursor as string | null;
  }
  return all;
}

export async function startLetters(agent: Agent, roundId: string, wave: string): Promise<string> {
  const { body } = await agent.post(`/api/v1/screening-rounds/${roundId}/letters`).send({ wave }).expect(202);
  return body.jobId;
}

/** The PDF of a job, or what became of it. */
export async function fetchLetters(stack: TestApp, agent: Agent, jobId: string): Promise<Buffer | string> {
  await stack.workJobs();
  const { body } = await agent.get(`/api/v1/jobs/${jobId}`).expect(200);
  if (body.state !== 'DONE' || !body.href) return `${body.state} ${body.problemCode ?? 'without a document'}`;
  const answer = await agent
    .get(body.href as string)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: string | Buffer) => chunks.push(Buffer.from(chunk as string, 'binary')));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
  return answer.body as Buffer;
}

export async function change(agent: Agent, path: string, body: object): Promise<void> {
  const { version } = (await agent.get(`/api/v1/${path}`).expect(200)).body;
  const answer = await agent.patch(`/api/v1/${path}`).set('If-Match', `"${version}"`).send(body);
  if (answer.status !== 200)
    throw new Error(`PATCH ${path} ${JSON.stringify(body)} answered ${answer.status} ${JSON.stringify(answer.body)}`);
}
