import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { IconKeyboard, IconLogout, IconSearch, IconUser } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, Outlet } from 'react-router';
import { handleHotkey, useHotkeys } from '../platform/hotkeys.ts';
import { healthQuery, signOut, useSession } from '../platform/session/session-queries.ts';
import { AppShell } from '../ui/AppShell.tsx';
import { Keys } from '../ui/Keys.tsx';
import { KeysDialog } from '../ui/KeysDialog.tsx';
import { Loading } from '../ui/Loading.tsx';
import { navEntries } from './nav-entries.ts';

const ClientJump = lazy(async () => ({ default: (await import('../clients/ClientJump.tsx')).ClientJump }));

type Open = 'SEARCH' | 'KEYS' | undefined;

/** Leaves with a fresh page, so that nothing of this person stays in memory. */
async function leave(): Promise<void> {
  await signOut();
  globalThis.location.assign('/');
}

/** What is around every page: header, search, keys. */
export function AppFrame() {
  const { user, practice } = useSession();
  const { data: health } = useSuspenseQuery(healthQuery);
  const [open, setOpen] = useState<Open>(undefined);
  useHotkeys([
    { keys: 'Ctrl+K', description: text('clients.search.jump'), run: () => setOpen('SEARCH') },
    { keys: '?', description: text('common.keysOfThisScreen'), run: () => setOpen('KEYS') },
  ]);
  useEffect(() => {
    document.addEventListener('keydown', handleHotkey);
    return () => document.removeEventListener('keydown', handleHotkey);
  }, []);

  const actions = (
    <>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconSearch size={18} aria-hidden />}
        onClick={() => setOpen('SEARCH')}
      >
        {text('common.search')}&ensp;
        <Keys keys="Ctrl+K" />
      </Button>
      <Button
        variant="subtle"
        size="sm"
        leftSection={<IconKeyboard size={18} aria-hidden />}
        onClick={() => setOpen('KEYS')}
      >
        {text('common.keys')}&ensp;
        <Keys keys="?" />
      </Button>
      <Button
        component={Link}
        to="/account"
        variant="subtle"
        size="sm"
        leftSection={<IconUser size={18} aria-hidden />}
      >
        {text('session.account.title')}
      </Button>
      <Button
        variant="subtle"
        size="sm"
        leftSection={<IconLogout size={18} aria-hidden />}
        onClick={() => void leave()}
      >
        {text('common.signOut')}
      </Button>
    </>
  );
  return (
    <AppShell
      practiceName={practice.name}
      person={{ name: user.displayName, role: text(`common.role.${user.role}`) }}
      entries={navEntries(user.role)}
      isDemo={health.demo}
      actions={actions}
    >
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
      {open === 'KEYS' && <KeysDialog onClose={() => setOpen(undefined)} />}
      {open === 'SEARCH' && (
        <Suspense>
          <ClientJump onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </AppShell>
  );
}
