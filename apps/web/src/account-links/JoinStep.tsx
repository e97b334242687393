import { Anchor, Text } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { chooseMembership } from '../platform/session/sign-in-calls.ts';
import { Loading } from '../ui/Loading.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type AccountLink, joinByLink } from './account-link-calls.ts';

/** After both factors: the membership comes to this account, and work begins in it where it may. */
export function JoinStep({ token, link }: { token: string; link: AccountLink }) {
  const join = useMutation({
    mutationFn: async () => {
      const joined = await joinByLink(token);
      if (joined.state !== 'ACTIVE') return joined;
      await chooseMembership(joined.userId);
      globalThis.location.assign('/');
      return joined;
    },
  });
  const begin = useEffectEvent(() => join.mutate());
  useEffect(() => begin(), []);
  if (join.isError)
    return (
      <>
        <ProblemSummary error={join.error} />
        <Anchor href="/">{text('users.accountLink.signIn')}</Anchor>
      </>
    );
  if (join.data?.state === 'WAITING') return <Text role="status">{text('users.accountLink.WAITING')}</Text>;
  if (join.data?.state === 'PLANNED')
    return <Text role="status">{text('users.accountLink.PLANNED', { from: formatDutchDay(link.fromOn) })}</Text>;
  return <Loading />;
}
