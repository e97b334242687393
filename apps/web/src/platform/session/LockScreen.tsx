import { Button, Stack, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { announce } from '../announcer.tsx';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { useStore } from '../store.ts';
import { demoChoiceStore, rememberDemoChoice } from './demo-choice.ts';
import { type LockReason, unlock } from './lock-store.ts';
import { type DemoChoice, type Session, sessionQuery, signInDemo, useSession } from './session-queries.ts';
import classes from './SignIn.module.css';
import { SignInPanel } from './SignInPanel.tsx';

const TITLES = {
  IDLE: { title: text('session.lock.idleTitle'), hint: text('session.lock.idleHint') },
  EXPIRED: { title: text('session.lock.expiredTitle'), hint: text('session.lock.expiredHint') },
} as const satisfies Record<LockReason, { title: string; hint: string }>;

/** The same person goes on where the work was left. Another person starts clean: nothing of the first may stay. */
function useUnlock(): (session: Session, choice?: DemoChoice) => void {
  const before = useSession();
  const client = useQueryClient();
  return (session, choice) => {
    if (session.user.id !== before.user.id) return globalThis.location.assign('/');
    rememberDemoChoice(choice);
    client.setQueryData(sessionQuery.queryKey, session);
    unlock();
    announce(text('session.lock.unlocked'));
    void client.invalidateQueries();
  };
}

export function LockScreen({ reason }: { reason: LockReason }) {
  const { user } = useSession();
  const choice = useStore(demoChoiceStore);
  const open = useUnlock();
  const again = useMutation({ mutationFn: signInDemo, onSuccess: open });
  return (
    <div className={classes['lock']}>
      <main className={classes['page']}>
        <Stack gap="lg">
          <Title order={1}>{TITLES[reason].title}</Title>
          <Text>{TITLES[reason].hint}</Text>
          {again.isError && <ProblemSummary error={again.error} />}
          {choice !== undefined && (
            <Button autoFocus w="fit-content" loading={again.isPending} onClick={() => again.mutate(choice)}>
              {text('session.lock.continueAs', { name: user.displayName })}
            </Button>
          )}
          {choice === undefined ? (
            <>
              <Text fw={700}>
                {text('session.lock.wasSignedIn', { name: user.displayName, role: text(`common.role.${user.role}`) })}
              </Text>
              <SignInPanel onSignedIn={open} keepsPage />
            </>
          ) : (
            <details>
              <summary>{text('session.lock.otherPerson')}</summary>
              <Text c="dimmed" mb="md">
                {text('session.lock.otherPersonHint')}
              </Text>
              <SignInPanel onSignedIn={open} keepsPage />
            </details>
          )}
        </Stack>
      </main>
    </div>
  );
}
