import { Anchor, Button, Text, Title } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { PasswordSignIn } from '../platform/session/PasswordSignIn.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type AccountLink, confirmRole } from './account-link-calls.ts';
import { JoinStep } from './JoinStep.tsx';
import { PasswordChoice } from './PasswordChoice.tsx';

type Props = { token: string; link: AccountLink };
type Step = 'CHOOSE' | 'SIGN_IN_AFTER' | 'SIGN_IN_INSTEAD' | 'JOIN';

/** What the link is for, step by step. That of a stranger to Samenoud and of somebody known here go the same way. */
export function AccountLinkSteps({ token, link }: Props) {
  const [step, setStep] = useState<Step>('CHOOSE');
  if (link.purpose === 'CONFIRM') return <ConfirmRole token={token} link={link} />;
  const isInvitation = link.purpose === 'INVITATION';
  if (step === 'JOIN')
    return (
      <>
        <Title order={1}>{text('users.accountLink.doneTitle')}</Title>
        <JoinStep token={token} link={link} />
      </>
    );
  if (step !== 'CHOOSE')
    return (
      <>
        <Title order={1}>{text('users.accountLink.nowSignIn')}</Title>
        <Text mb="lg">
          {step === 'SIGN_IN_INSTEAD'
            ? text('users.accountLink.thenAccount')
            : text(isInvitation ? 'users.accountLink.thenInvitation' : 'users.accountLink.thenPassword')}
        </Text>
        <PasswordSignIn
          onSignedIn={() => globalThis.location.assign('/')}
          {...(isInvitation && { onBothFactors: () => setStep('JOIN') })}
        />
      </>
    );
  return (
    <>
      <Title order={1}>{text(`users.accountLink.title.${link.purpose}`)}</Title>
      {isInvitation ? (
        <Invitation link={link} />
      ) : (
        <Text mb="lg">{text('users.accountLink.password', { name: link.displayName })}</Text>
      )}
      <PasswordChoice token={token} onDone={() => setStep('SIGN_IN_AFTER')} />
      {isInvitation && (
        <section>
          <Title order={2} mt="xl">
            {text('users.accountLink.hasAccount')}
          </Title>
          <Text mb="sm">{text('users.accountLink.hasAccountHint')}</Text>
          <Button variant="default" onClick={() => setStep('SIGN_IN_INSTEAD')}>
            {text('users.accountLink.useAccount')}
          </Button>
        </section>
      )}
    </>
  );
}

const words = ({ practice, displayName, role, organisation, email, fromOn }: AccountLink) => ({
  practice,
  name: displayName,
  role: text(`common.role.${role}`),
  organisation,
  email: email ?? '',
  from: formatDutchDay(fromOn),
});

function Invitation({ link }: { link: AccountLink }) {
  return (
    <>
      <Text>{text('users.accountLink.invitation', words(link))}</Text>
      <Text mb="lg">{text('users.accountLink.email', words(link))}</Text>
    </>
  );
}

function ConfirmRole({ token, link }: Props) {
  const confirm = useMutation({ mutationFn: () => confirmRole(token) });
  return (
    <>
      <Title order={1}>{text('users.accountLink.title.CONFIRM')}</Title>
      {confirm.isError && <ProblemSummary error={confirm.error} />}
      {confirm.isSuccess ? (
        <>
          <Text role="status">{text('users.accountLink.confirmed')}</Text>
          <Anchor href="/">{text('users.accountLink.signIn')}</Anchor>
        </>
      ) : (
        <>
          <Text mb="lg">{text('users.accountLink.confirm', words(link))}</Text>
          <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {text('users.accountLink.confirmSubmit')}
          </Button>
        </>
      )}
    </>
  );
}
