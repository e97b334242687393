import { Anchor, Alert, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { explain } from '../platform/problem.ts';
import { type OrganisationAnswer, returnFromOrganisation } from '../platform/session/organisation-calls.ts';
import classes from '../platform/session/SignIn.module.css';
import { type SignInStep, SignInSteps } from '../platform/session/SignInSteps.tsx';
import { Loading } from '../ui/Loading.tsx';

/** What the provider gave, read once and taken out of the address, so that it stays in no history. */
const arrival = takeArrival();

function takeArrival() {
  const given = new URLSearchParams(globalThis.location.search);
  globalThis.history.replaceState(null, '', globalThis.location.pathname);
  const [code, state, iss] = ['code', 'state', 'iss'].map((name) => given.get(name));
  return code && state ? { code, state, ...(iss ? { iss } : {}) } : undefined;
}

/** The page a provider sends the browser back to. It asks the server itself, so that the session begins on our own page. */
export function OrganisationReturnPage() {
  const back = useQuery({
    queryKey: ['session', 'organisation-return'],
    queryFn: () => (arrival === undefined ? null : returnFromOrganisation(arrival)),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return (
    <main className={classes['page']}>
      <title>{`${text('session.title')} · ${text('common.productName')}`}</title>
      <Title order={1} mb="lg">
        {text('session.organisation.title')}
      </Title>
      {back.isPending && <Loading />}
      {back.isError && <Refused why={explain(back.error)} />}
      {back.data === null && <Refused why={text('errors.ORGANISATION_SIGN_IN_REFUSED')} />}
      {back.data && <Arrived answer={back.data} />}
    </main>
  );
}

const Refused = ({ why }: { why: string }) => (
  <>
    <Alert role="alert" color="var(--so-error)" variant="outline" title={text('common.failure.title')} mb="lg">
      {why}
    </Alert>
    <BackToStart />
  </>
);

const BackToStart = () => <Anchor href="/">{text('session.organisation.retry')}</Anchor>;

function stepOf({ state, memberships, otpauthUri, secret, passkey }: OrganisationAnswer): SignInStep | undefined {
  if (state === 'SIGNED_IN') return undefined;
  if (state === 'MEMBERSHIP_REQUIRED') return { at: 'MEMBERSHIP', factor: { state, memberships: memberships ?? [] } };
  return {
    at: 'SECOND_FACTOR',
    password: {
      state,
      ...(otpauthUri === undefined ? {} : { otpauthUri }),
      ...(secret === undefined ? {} : { secret }),
      ...(passkey === undefined ? {} : { passkey }),
    },
  };
}

/** What is still missing, and then the work; or, where that waits in another tab, the end. */
function Arrived({ answer }: { answer: OrganisationAnswer }) {
  const [isDone, setDone] = useState(answer.state === 'SIGNED_IN');
  const { elsewhere } = answer;
  useEffect(() => {
    if (isDone && !elsewhere) globalThis.location.assign('/');
  }, [isDone, elsewhere]);
  const begin = stepOf(answer);
  if (isDone || begin === undefined)
    return (
      <Text role="status">{text(elsewhere ? 'session.organisation.elsewhere' : 'session.organisation.returning')}</Text>
    );
  return <SignInSteps begin={begin} renderFirst={() => <BackToStart />} onSignedIn={() => setDone(true)} />;
}
