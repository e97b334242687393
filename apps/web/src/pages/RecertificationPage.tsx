import { mayEver } from '@samenoud/domain';
import { useSession } from '../platform/session/session-queries.ts';
import { RecertificationList } from '../users/RecertificationList.tsx';

export function RecertificationPage() {
  const { user } = useSession();
  return <RecertificationList mayChange={mayEver(user.role, 'USERS', 'UPDATE')} />;
}
