import { Anchor, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { AccountLinkSteps } from '../account-links/AccountLinkSteps.tsx';
import { accountLinkQuery } from '../account-links/account-link-calls.ts';
import { explain, isProblem } from '../platform/problem.ts';
import classes from '../platform/session/SignIn.module.css';
import { Loading } from '../ui/Loading.tsx';

/**
 * Where a one-time link leads. The secret stands behind the #, where no server logs it, and is taken out of the address, so
 * that it stays in no history.
 */
export function AccountLinkPage() {
  const [token] = useState(() => globalThis.location.hash.slice(1));
  useEffect(() => globalThis.history.replaceState(null, '', globalThis.location.pathname), []);
  return (
    <main className={classes['page']}>
      <title>{`${text('users.accountLink.title.INVITATION')} · ${text('common.productName')}`}</title>
      {token === '' ? <Over words={text('users.accountLink.missing')} /> : <Opened token={token} />}
    </main>
  );
}

function Opened({ token }: { token: string }) {
  const { data: link, error } = useQuery(accountLinkQuery(token));
  if (link !== undefined) return <AccountLinkSteps token={token} link={link} />;
  if (error === null) return <Loading />;
  return <Over words={isProblem(error, 'LINK_INVALID') ? text('users.accountLink.overHint') : explain(error)} />;
}

function Over({ words }: { words: string }) {
  return (
    <>
      <Title order={1}>{text('users.accountLink.over')}</Title>
      <Text mb="lg">{words}</Text>
      <Anchor href="/">{text('users.accountLink.signIn')}</Anchor>
    </>
  );
}
