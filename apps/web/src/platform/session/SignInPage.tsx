import { Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useQueryClient } from '@tanstack/react-query';
import { rememberDemoChoice } from './demo-choice.ts';
import { sessionQuery } from './session-queries.ts';
import classes from './SignIn.module.css';
import { SignInPanel } from './SignInPanel.tsx';

/** Stands in for every page while nobody is signed in; the address stays, so one comes out where one wanted to be. */
export function SignInPage() {
  const client = useQueryClient();
  return (
    <main className={classes['page']}>
      <title>{`${text('session.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('common.productName')}</Title>
      <p className={classes['intro']}>{text('session.intro')}</p>
      <SignInPanel
        onSignedIn={(session, demoChoice) => {
          rememberDemoChoice(demoChoice);
          client.setQueryData(sessionQuery.queryKey, session);
        }}
      />
    </main>
  );
}
