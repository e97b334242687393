import { dayOfInstant } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { meetingQuery } from '../meetings/meeting-queries.ts';
import type { NameOf, Person } from '../meetings/meeting-words.ts';
import { useColleagues } from './use-colleagues.ts';

/** The meeting in the address, the day, and the people who can be given something to do: those who take part first. */
export function useMeeting() {
  const { meetingId } = useParams();
  if (meetingId === undefined) throw new Error('No meetingId in this route');
  const { data: meeting } = useSuspenseQuery(meetingQuery(meetingId));
  const [today] = useState(() => dayOfInstant(Date.now()));
  const colleagues = useColleagues();
  const nameOf: NameOf = (userId) =>
    userId === null ? text('handovers.somebody') : (colleagues.get(userId)?.displayName ?? text('handovers.somebody'));
  const attending = new Set(meeting.attendees.map(({ userId }) => userId));
  const everybody: Person[] = [...colleagues.values()].map(({ userId, displayName, role }) => ({
    userId,
    role,
    label: `${displayName}, ${text(`common.role.${role}`)}`,
  }));
  const people = everybody.toSorted((a, b) => Number(attending.has(b.userId)) - Number(attending.has(a.userId)));
  return { meeting, today, people, nameOf };
}
