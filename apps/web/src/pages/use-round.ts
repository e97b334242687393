import { dayOfInstant, DEFAULT_REMINDER_DAYS, grantFor, mayEver, type Role } from '@samenoud/domain';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { practiceSettingsQuery } from '../platform/practice-settings.ts';
import { useSession } from '../platform/session/session-queries.ts';
import { roundQuery } from '../screening-rounds/round-queries.ts';

/** Who has the whole practice works on a round as a whole: GP, POH and assistant. */
export const coversPractice = (role: Role): boolean => grantFor(role, 'SCREENING', 'READ')?.relation === 'PRACTICE';

/** The round in the address, the day, and what the person at hand may do with it. */
export function useRound() {
  const { roundId } = useParams();
  if (roundId === undefined) throw new Error('No roundId in this route');
  const { role } = useSession().user;
  const { data: round } = useSuspenseQuery(roundQuery(roundId));
  const [today] = useState(() => dayOfInstant(Date.now()));
  const hasWhole = coversPractice(role);
  return {
    round,
    today,
    role,
    mayWork: hasWhole && mayEver(role, 'SCREENING', 'CREATE'),
    mayCancel: hasWhole && mayEver(role, 'SCREENING', 'FINALISE'),
    mayAct: mayEver(role, 'SCREENING', 'UPDATE'),
  };
}

/** Days after the invitation of both reminders, as the practice set them. */
export function useReminderDays(): readonly [number, number] {
  const [first, second] = useSuspenseQuery(practiceSettingsQuery).data.reminderDays;
  const [usualFirst, usualSecond] = DEFAULT_REMINDER_DAYS;
  return [first ?? usualFirst, second ?? usualSecond];
}
