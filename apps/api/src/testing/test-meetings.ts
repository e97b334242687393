import type { MeetingState } from '@samenoud/domain';
import type { Agent } from './test-app.ts';

/** A line of an agenda, as far as tests look at it. */
export interface TestItem {
  readonly id: string;
  readonly version: number;
  readonly clientId: string | null;
  readonly place: number;
  readonly question: string | null;
  readonly clientAgreement: string | null;
  readonly reasons: readonly { readonly code: string; readonly detail: string | null; readonly rowId: string }[];
}

export interface TestMeeting {
  readonly id: string;
  readonly version: number;
  readonly state: MeetingState;
  readonly agenda: readonly TestItem[];
  readonly attendees: readonly { readonly userId: string; readonly present: boolean | null }[];
}

const SOON = '2099-03-02T12:30:00+01:00';

export const makeMeeting = async (by: Agent, body: object = {}): Promise<TestMeeting> =>
  (await by.post('/api/v1/meetings').send({ startsAt: SOON, ...body }).expect(201)).body; // prettier-ignore

export const getMeeting = async (by: Agent, { id }: { id: string }): Promise<TestMeeting> =>
  (await by.get(`/api/v1/meetings/${id}`).expect(200)).body;

export const rebuildAgenda = async (by: Agent, { id }: { id: string }): Promise<TestMeeting> =>
  (await by.post(`/api/v1/meetings/${id}/rebuild`).expect(200)).body;

export const stepMeeting = (
  by: Agent,
  { id }: { id: string },
  to: MeetingState,
  reason?: string,
): ReturnType<Agent['post']> =>
  by.post(`/api/v1/meetings/${id}/state`).send({ to, ...(reason === undefined ? {} : { reason }) });

/** The steps that lead to each state, one after the other. */
const WAYS: Readonly<Record<MeetingState, readonly MeetingState[]>> = {
  DRAFT: [],
  OPEN: ['OPEN'],
  RUNNING: ['OPEN', 'RUNNING'],
  CLOSED: ['OPEN', 'RUNNING', 'CLOSED'],
  REOPENED: ['OPEN', 'RUNNING', 'CLOSED', 'REOPENED'],
  CANCELLED: ['CANCELLED'],
};

/** From DRAFT to a state. */
export async function leadTo(by: Agent, meeting: { id: string }, state: MeetingState): Promise<TestMeeting> {
  for (const to of WAYS[state]) await stepMeeting(by, meeting, to, 'Reden').expect(200);
  return getMeeting(by, meeting);
}

export const bringIn = async (by: Agent, { id }: { id: string }, clientId: string, question = 'Wat nu?'): Promise<TestItem> =>
  (await by.post(`/api/v1/meetings/${id}/agenda-items`).send({ clientId, question }).expect(201)).body; // prettier-ignore

export const changeItem = (by: Agent, { id, version }: TestItem, body: object): ReturnType<Agent['patch']> =>
  by.patch(`/api/v1/agenda-items/${id}`).set('If-Match', `"${version}"`).send(body);

export const lineOf = ({ agenda }: TestMeeting, clientId: string): TestItem | undefined =>
  agenda.find((item) => item.clientId === clientId);

let people = 0;

/** Somebody new, who is on no agenda. */
export async function newElder(by: Agent, family?: string): Promise<string> {
  people += 1;
  const person = { name: { family: family ?? `Overleg ${people}` }, sex: 'FEMALE', birthDate: '1940-06-15' };
  return (await by.post('/api/v1/clients').send(person).expect(201)).body.id;
}
