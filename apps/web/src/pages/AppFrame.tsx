import { Button } from '@mantine/core';
import { mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { IconKeyboard, IconLogout, IconSearch, IconUser } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, Outlet } from 'react-router';
import { EmergencyBanner } from '../break-glass/EmergencyBanner.tsx';
import { NoticeBell } from '../notices/NoticeBell.tsx';
import { handleHotkey, useHotkeys } from '../platform/hotkeys.ts';
import { keepFocus } from '../platform/keep-focus.ts';
import { healthQuery, signOut, useSession } from '../platform/session/session-queries.ts';
import { AccountMenu } from '../ui/AccountMenu.tsx';
import { AppShell, MAIN_ID } from '../ui/AppShell.tsx';
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

/** What is around every page: header, search, account, keys. */
export function AppFrame() {
  const { user, practice } = useSession();
  const { data: health } = useSuspenseQuery(healthQuery);
  const [open, setOpen] = useState<Open>(undefined);
  const mayFindClients = mayEver(user.role, 'IDENTITY', 'READ');
  const jump = { keys: 'Ctrl+K', description: text('clients.search.jump'), run: () => setOpen('SEARCH') };
  useHotkeys([
    ...(mayFindClients ? [jump] : []),
    { keys: '?', description: text('common.keysOfThisScreen'), run: () => setOpen('KEYS') },
  ]);
  useEffect(() => {
    document.addEventListener('keydown', handleHotkey);
    return () => document.removeEventListener('keydown', handleHotkey);
  }, []);
  useEffect(() => keepFocus(() => document.getElementById(MAIN_ID)), []);

  const search = mayFindClients && (
    <Button
      variant="default"
      size="sm"
      leftSection={<IconSearch size={18} aria-hidden />}
      onClick={() => setOpen('SEARCH')}
    >
      {text('common.search')}&ensp;
      <Keys keys="Ctrl+K" />
    </Button>
  );
  const account = (
    <AccountMenu person={{ name: user.displayName, role: text(`common.role.${user.role}`) }}>
      <Link to="/account">
        <IconUser size={18} aria-hidden />
        <span>{text('session.account.title')}</span>
      </Link>
      <button type="button" onClick={() => setOpen('KEYS')}>
        <IconKeyboard size={18} aria-hidden />
        <span>{text('common.keys')}</span>
        <Keys keys="?" />
      </button>
      <button type="button" onClick={() => void leave()}>
        <IconLogout size={18} aria-hidden />
        <span>{text('common.signOut')}</span>
      </button>
    </AccountMenu>
  );
  return (
    <AppShell
      practiceName={practice.name}
      entries={navEntries(user.role)}
      isDemo={health.demo}
      notice={<EmergencyBanner mayBegin={mayEver(user.role, 'BREAK_GLASS', 'CREATE')} />}
      actions={
        <>
          {search}
          <NoticeBell />
          {account}
        </>
      }
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
