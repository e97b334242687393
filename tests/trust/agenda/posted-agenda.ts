import type { OracleInstant, OracleMeeting, OraclePractice } from '../oracles/agenda-history.ts';
import { oracleAgenda } from '../oracles/agenda-oracle.ts';
import type { OracleLine, OracleReason } from '../oracles/agenda-order-oracle.ts';
import { type Random, someOf } from '../support/random.ts';
import type { Agent } from '../../support/test-app.ts';

interface Answer {
  readonly id: string;
  readonly agenda: readonly {
    readonly clientId: string;
    readonly onTop: boolean;
    readonly reasons: readonly { readonly code: string; readonly since: string }[];
  }[];
}

/** The agendas of one meeting as the routes give them, when it is made and when people brought some clients in; and what each has to be. */
export async function postedAgendas(
  by: Agent,
  random: Random,
  whole: OraclePractice,
  store: (practice: OraclePractice) => Promise<void>,
): Promise<[wanted: string[], found: string[]]> {
  const { practice, meeting, now } = withoutMeeting(whole);
  await store(practice);
  const post = async (path: string, body: object): Promise<Answer> =>
    (await by.post(`/api/v1/meetings${path}`).set('Samenoud-Now', now).send(body).expect(201)).body;
  const made = await post('', { startsAt: meeting.at });
  const here = {
    ...practice,
    meeting: made.id,
    meetings: [...practice.meetings, { ...meeting, id: made.id, state: 'DRAFT' as const }],
  };

  const present = here.people.filter(({ status, merged }) => !merged && (status === 'ACTIVE' || status === 'ADMITTED'));
  const broughtIn = someOf(random, present, 0.15).map(({ id }) => id);
  for (const clientId of broughtIn) await post(`/${made.id}/agenda-items`, { clientId, question: 'Hoe verder?' });
  const { body: later } = await by.get(`/api/v1/meetings/${made.id}`).set('Samenoud-Now', now).expect(200);
  const topic = { id: '', meeting: made.id, at: now, withdrawn: false };
  const people = here.people.map((person) => ({ ...person, topics: broughtIn.includes(person.id) ? [topic] : [] }));
  return [
    [...oracleAgenda(here).map(wantedText), ...oracleAgenda({ ...here, people }).map(wantedText)],
    [...made.agenda, ...(later as Answer).agenda].map(({ clientId, onTop, reasons }) =>
      lineText(clientId, onTop, reasons),
    ),
  ];
}

/** The practice while nobody has made that meeting: nothing was brought in for it either. Routes take whole minutes. */
function withoutMeeting(whole: OraclePractice): {
  practice: OraclePractice;
  meeting: OracleMeeting;
  now: OracleInstant;
} {
  const meeting = whole.meetings.find(({ id }) => id === whole.meeting);
  if (meeting === undefined) throw new Error('a practice without the meeting it is about');
  const people = whole.people.map((person) => ({ ...person, topics: [] }));
  const meetings = whole.meetings.filter(({ id }) => id !== whole.meeting);
  return {
    practice: { ...whole, meetings, people },
    meeting: { ...meeting, at: `${meeting.at.slice(0, 16)}:00.000000Z` },
    now: `${whole.today}T11:00:00.000000Z`,
  };
}

const wantedText = ({ person, onTop, reasons }: OracleLine): string => lineText(person, onTop, reasons);

/** Of several things that give one reason the oldest. */
function lineText(person: string, onTop: boolean, reasons: readonly Pick<OracleReason, 'code' | 'since'>[]): string {
  const oldest = new Map<string, string>();
  for (const { code, since } of reasons.toSorted((a, b) => (a.since < b.since ? 1 : -1))) oldest.set(code, since);
  return `${person}${onTop ? ' on top' : ''}: ${[...oldest]
    .map((entry) => entry.join(' '))
    .toSorted()
    .join(', ')}`;
}
