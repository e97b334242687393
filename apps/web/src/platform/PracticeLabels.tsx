import { usePrefetchQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { practiceSettingsQuery } from './practice-settings.ts';
import { ProfileLabelsProvider } from './profile-labels.tsx';
import { healthQuery } from './session/session-queries.ts';

/** Nothing names a profile before it is known what this practice calls it. */
export function PracticeLabels({ children }: { children: ReactNode }) {
  // The frame asks for it next; the two need not wait for each other.
  usePrefetchQuery(healthQuery);
  const { data } = useSuspenseQuery(practiceSettingsQuery);
  return <ProfileLabelsProvider value={data.profileLabels}>{children}</ProfileLabelsProvider>;
}
