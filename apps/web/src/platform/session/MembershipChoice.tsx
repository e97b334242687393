import { Button, Stack, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import type { Session } from './session-queries.ts';
import { chooseMembership, type Membership } from './sign-in-calls.ts';

type Props = {
  memberships: readonly Membership[];
  /** Somebody at work, who may also stay where she is. */
  isSwitch?: boolean;
  onSignedIn: (session: Session) => void;
};

/** Somebody with several roles or practices works in one at a time. */
export function MembershipChoice({ memberships, isSwitch = false, onSignedIn }: Props) {
  const choose = useMutation({ mutationFn: chooseMembership, onSuccess: onSignedIn });
  const hint = memberships.length === 0 ? 'session.membership.none' : 'session.membership.hint';
  return (
    <Stack maw={520}>
      <Title order={2}>{text(isSwitch ? 'session.membership.switch' : 'session.membership.title')}</Title>
      {!isSwitch && <Text>{text(hint)}</Text>}
      {choose.isError && <ProblemSummary error={choose.error} />}
      {memberships.map(({ id, role, organisation, practice }, index) => (
        <Button
          key={id}
          variant="default"
          justify="flex-start"
          autoFocus={!isSwitch && index === 0}
          disabled={choose.isPending}
          onClick={() => choose.mutate(id)}
        >
          {text('session.membership.option', {
            role: text(`common.role.${role}`),
            organisation,
            practice: practice.name,
          })}
        </Button>
      ))}
    </Stack>
  );
}
