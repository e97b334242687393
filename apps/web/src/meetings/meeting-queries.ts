import type { components } from '@samenoud/api-client';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';

type Schemas = components['schemas'];
export type MeetingSummary = Schemas['MeetingSummary'];
export type Meeting = Schemas['MeetingView'];
export type AgendaPlace = Schemas['AgendaItemView'];
/** A line whose client is shared with who looks. */
export type AgendaLine = AgendaPlace & { id: string; version: number; clientId: string; clientName: string };
export type Decision = Schemas['DecisionView'];
export type Minutes = Schemas['MinutesView'];
export type LookBack = Schemas['LookBackView'];
export type MeetingHisTexts = Schemas['MeetingHisTextList'];
export type Decide = Schemas['RecordDecision'];
type NewMeeting = Schemas['MakeMeeting'];
type MeetingChange = Schemas['ChangeMeeting'];
export type LineChange = Schemas['ChangeAgendaItem'];
export type MeetingStep = Schemas['StepMeeting']['to'];

const KEY = 'meetings';
const LIMIT = 100;

/** A place that is not shared has no line. */
export const isShared = (place: AgendaPlace): place is AgendaLine => place.shared && place.id !== null;

/** A decision that holds: not taken back, and none that takes one back. */
export const holds = ({ undone, reversesId }: Decision): boolean => undone === null && reversesId === null;

/** Still on the agenda: what no longer applies keeps its place, struck. */
export const toDiscuss = ({ agenda }: Meeting): readonly AgendaPlace[] => agenda.filter(({ dropped }) => !dropped);

/** What is to come first, then what has been. */
export const meetingsQuery = queryOptions({
  queryKey: [KEY],
  queryFn: async ({ signal }): Promise<readonly MeetingSummary[]> =>
    (await answer(api.GET('/api/v1/meetings', { params: { query: { limit: LIMIT } }, signal }))).items,
});

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/meetings/{id}', { params: { path: { id } }, signal })),
  });

/** The newest edition, or an earlier one. */
export const minutesQuery = (id: string, edition?: string) =>
  queryOptions({
    queryKey: [KEY, id, 'minutes', edition ?? 'NEWEST'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/meetings/{id}/minutes', {
          params: { path: { id }, query: { ...(edition !== undefined && { edition }) } },
          signal,
        }),
      ),
  });

/** Without a year the newest in which a meeting was held. */
export const lookBackQuery = (year?: number) =>
  queryOptions({
    queryKey: [KEY, 'look-back', year ?? 'NEWEST'],
    queryFn: ({ signal }): Promise<LookBack> =>
      answer(
        api.GET('/api/v1/meeting-look-backs', { params: { query: { ...(year !== undefined && { year }) } }, signal }),
      ),
  });

/** Per client who was discussed a text to copy to the HIS. */
export const meetingHisTextsQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, id, 'minutes', 'his-texts'],
    queryFn: ({ signal }): Promise<MeetingHisTexts> =>
      answer(api.GET('/api/v1/meetings/{id}/his-texts', { params: { path: { id } }, signal })),
  });

export const planMeeting = (body: NewMeeting, key: string): Promise<Meeting> =>
  answer(api.POST('/api/v1/meetings', { params: { header: { 'Idempotency-Key': key } }, body }));

export const changeMeeting = ({ id, version }: Meeting, body: MeetingChange): Promise<Meeting> =>
  answer(api.PATCH('/api/v1/meetings/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const rebuildAgenda = ({ id }: Meeting): Promise<Meeting> =>
  answer(api.POST('/api/v1/meetings/{id}/rebuild', { params: { path: { id } } }));

export const stepMeeting = ({ id }: Meeting, to: MeetingStep, reason?: string): Promise<Meeting> =>
  answer(
    api.POST('/api/v1/meetings/{id}/state', {
      params: { path: { id } },
      body: { to, ...(reason !== undefined && { reason }) },
    }),
  );

/**
 * Puts a decision, or the one that takes it back, on the screen of who took it before anything is read again: the key that takes the
 * last one back must not find the one before it.
 */
export async function keepDecision(cache: QueryClient, taken: Decision): Promise<void> {
  const { queryKey } = meetingQuery(taken.meetingId);
  await cache.cancelQueries({ queryKey, exact: true });
  cache.setQueryData(queryKey, (meeting) => meeting && { ...meeting, agenda: meeting.agenda.map(withDecision(taken)) });
  void cache.invalidateQueries({ queryKey });
}

const withDecision =
  (taken: Decision) =>
  (place: AgendaPlace): AgendaPlace => {
    if (place.id !== taken.itemId) return place;
    const before = place.decisions.filter(({ id }) => id !== taken.id);
    const undone = { decisionId: taken.id, by: taken.recordedBy, at: taken.recordedAt };
    const known = before.map((one) => (one.id === taken.reversesId ? { ...one, undone } : one));
    return { ...place, decisions: [...known, taken] };
  };

export const putAttendance = (
  { id, version }: Meeting,
  attendees: Schemas['PutAttendance']['attendees'],
): Promise<Meeting> =>
  answer(
    api.PUT('/api/v1/meetings/{id}/attendance', {
      params: { path: { id }, header: ifMatch(version) },
      body: { attendees },
    }),
  );

export const changeLine = ({ id, version }: AgendaLine, body: LineChange): Promise<AgendaPlace> =>
  answer(api.PATCH('/api/v1/agenda-items/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export const decide = (itemId: string, body: Decide, key: string): Promise<Decision> =>
  answer(
    api.POST('/api/v1/agenda-items/{id}/decisions', {
      params: { path: { id: itemId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );

export const undoDecision = (id: string, key: string): Promise<Decision> =>
  answer(api.POST('/api/v1/decisions/{id}/undo', { params: { path: { id }, header: { 'Idempotency-Key': key } } }));

export const bringIn = (clientId: string, body: Schemas['AddToAgenda'], key: string): Promise<AgendaPlace> =>
  answer(
    api.POST('/api/v1/clients/{id}/agenda-items', {
      params: { path: { id: clientId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );
