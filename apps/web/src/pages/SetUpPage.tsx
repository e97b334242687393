import { Anchor, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useEffect, useState } from 'react';
import classes from '../platform/session/SignIn.module.css';
import { SetUpForm } from '../set-up/SetUpForm.tsx';

/**
 * The first page of an empty installation: nobody can sign in yet. The secret stands behind the #, where no server logs it,
 * and is taken out of the address, so that it stays in no history.
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
      {isDone ? (
        <>
          <Text mb="lg">{text('session.setUp.done')}</Text>
          <Anchor href="/">{text('session.setUp.signIn')}</Anchor>
        </>
      ) : (
        <>
          <Text mb="lg">{text(token === '' ? 'session.setUp.linkMissing' : 'session.setUp.intro')}</Text>
          {token !== '' && <SetUpForm token={token} onDone={() => setDone(true)} />}
        </>
      )}
    </main>
  );
}
