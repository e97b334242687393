import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { readSessionQuietly } from './organisation-calls.ts';
import type { Session } from './session-queries.ts';

const EVERY_MS = 2000;

/** Waits until somebody signed in in another tab of this browser, without counting as use of this one. */
export function useSessionElsewhere(
  isWaiting: boolean,
  isNew: (session: Session) => boolean,
  onSession: (session: Session) => void,
): void {
  const { data } = useQuery({
    queryKey: ['session', 'elsewhere'],
    queryFn: readSessionQuietly,
    enabled: isWaiting,
    refetchInterval: EVERY_MS,
    refetchIntervalInBackground: true,
    gcTime: 0,
  });
  const goOn = useEffectEvent(() => {
    if (isWaiting && data && isNew(data)) onSession(data);
  });
  useEffect(() => goOn(), [data]);
}
