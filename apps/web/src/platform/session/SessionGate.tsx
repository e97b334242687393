import { useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useStore } from '../store.ts';
import { LiveEvents } from '../live-events/LiveEvents.tsx';
import { isFollowingElsewhere } from './following.ts';
import { watchIdle } from './idle-lock.ts';
import { lock, lockStore } from './lock-store.ts';
import { LockScreen } from './LockScreen.tsx';
import { sessionQuery, signOut } from './session-queries.ts';
import classes from './SignIn.module.css';
import { SignInPage } from './SignInPage.tsx';

/** The server forgets the session too, unless another tab follows a meeting with it; what was typed stays in the page and is saved after signing in again. */
function lockIdle(): void {
  if (lockStore.get() !== undefined) return;
  lock('IDLE');
  if (!isFollowingElsewhere()) signOut().catch(() => undefined);
}

/** Locked is covered and inert, but still there: nothing typed is lost. */
function Unlocked({ children }: { children: ReactNode }) {
  const reason = useStore(lockStore);
  useEffect(() => watchIdle(lockIdle), []);
  return (
    <>
      <div inert={reason !== undefined} className={reason === undefined ? undefined : classes['covered']}>
        {children}
      </div>
      {reason === undefined ? <LiveEvents /> : <LockScreen reason={reason} />}
    </>
  );
}

/** Shows its children to someone with a session and the sign-in page to everybody else. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { data: session } = useSuspenseQuery(sessionQuery);
  return session === null ? <SignInPage /> : <Unlocked>{children}</Unlocked>;
}
