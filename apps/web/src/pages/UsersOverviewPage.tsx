import { mayEver } from '@samenoud/domain';
import { useSession } from '../platform/session/session-queries.ts';
import { PeopleOverview } from '../users/PeopleOverview.tsx';

export function UsersOverviewPage() {
  const { user } = useSession();
  return <PeopleOverview mayChange={mayEver(user.role, 'USERS', 'UPDATE')} />;
}
