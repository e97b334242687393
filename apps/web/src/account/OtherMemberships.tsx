import { useSuspenseQuery } from '@tanstack/react-query';
import { MembershipChoice } from '../platform/session/MembershipChoice.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { membershipsQuery } from './account-queries.ts';

/** For who has several roles or practices: work on in another, with a fresh page, so that nothing of this one stays. */
export function OtherMemberships() {
  const { user } = useSession();
  const { data: memberships } = useSuspenseQuery(membershipsQuery);
  const others = memberships.filter(({ id }) => id !== user.id);
  if (others.length === 0) return null;
  return <MembershipChoice memberships={others} isSwitch onSignedIn={() => globalThis.location.assign('/')} />;
}
