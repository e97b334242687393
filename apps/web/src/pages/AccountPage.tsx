import { Stack, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { OtherMemberships } from '../account/OtherMemberships.tsx';
import { OwnPasskeys } from '../account/OwnPasskeys.tsx';
import { OwnSessions } from '../account/OwnSessions.tsx';
import { PasswordChange } from '../account/PasswordChange.tsx';
import { RecoveryRenewal } from '../account/RecoveryRenewal.tsx';
import { useSession } from '../platform/session/session-queries.ts';

/**
 * A person's own sessions, passkeys, password and recovery codes; a made-up person of the demo has no password or codes, and who
 * signed in at her organisation keeps hers there.
 */
export function AccountPage() {
  const { stepUp } = useSession();
  return (
    <Stack gap={40}>
      <title>{`${text('session.account.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('session.account.title')}</Title>
      <OtherMemberships />
      <OwnSessions />
      {stepUp !== 'PROVIDER' && <OwnPasskeys />}
      {stepUp === 'CODE' && <PasswordChange />}
      {stepUp === 'CODE' && <RecoveryRenewal />}
    </Stack>
  );
}
