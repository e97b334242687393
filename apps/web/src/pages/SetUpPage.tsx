import { Anchor, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import classes from '../platform/session/SignIn.module.css';
import { FirstManagerForm } from '../set-up/FirstManagerForm.tsx';
import { SetUpForm } from '../set-up/SetUpForm.tsx';
import { setUpQuery } from '../set-up/set-up-calls.ts';
import { Loading } from '../ui/Loading.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';

/**
 * The first page of an empty installation, or of a further practice: nobody there can sign in yet. The secret stands behind
 * the #, where no server logs it, and is taken out of the address, so that it stays in no history.
 */
export function SetUpPage() {
  const [token] = useState(() => globalThis.location.hash.slice(1));
  const [isDone, setDone] = useState(false);
  useEffect(() => globalThis.history.replaceState(null, '', globalThis.location.pathname), []);
  return (
    <main className={classes['page']}>
      <title>{`${text('session.setUp.title')} · ${text('common.productName')}`}</title>
      <Title order={1} mb="sm">
        {text(isDone ? 'session.setUp.doneTitle' : 'session.setUp.title')}
      </Title>
      {isDone && (
        <>
          <Text mb="lg">{text('session.setUp.done')}</Text>
          <Anchor href="/">{text('session.setUp.signIn')}</Anchor>
        </>
      )}
      {!isDone && token === '' && <Text>{text('session.setUp.linkMissing')}</Text>}
      {!isDone && token !== '' && <Opened token={token} onDone={() => setDone(true)} />}
    </main>
  );
}

/** A link that is over says so before anything is typed. */
function Opened({ token, onDone }: { token: string; onDone: () => void }) {
  const { data, error, isPending } = useQuery(setUpQuery(token));
  if (isPending) return <Loading />;
  if (error)
    return (
      <>
        <ProblemSummary error={error} />
        <Anchor href="/">{text('session.setUp.signIn')}</Anchor>
      </>
    );
  const practice = data.practiceName;
  return (
    <>
      <Text mb="lg">
        {practice === null ? text('session.setUp.intro') : text('session.setUp.further', { practice })}
      </Text>
      {practice === null ? <SetUpForm token={token} onDone={onDone} /> : <FirstManagerForm token={token} />}
    </>
  );
}
