import { mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSession } from '../platform/session/session-queries.ts';
import { LinkTabs } from '../ui/LinkTabs.tsx';

/** The parts of what a practice sets for itself. */
export function SettingsTabs() {
  const { user } = useSession();
  const signIn = { to: '/settings/sign-in', label: text('identityProviders.tab') };
  return (
    <LinkTabs
      label={text('letterheads.tabs.label')}
      tabs={[
        { to: '/settings', label: text('letterheads.tabs.profiles'), end: true },
        { to: '/settings/letterhead', label: text('letterheads.tabs.letterhead') },
        { to: '/meetings/series', label: text('teamMeetings.title') },
        ...(mayEver(user.role, 'USERS', 'UPDATE') ? [signIn] : []),
      ]}
    />
  );
}
