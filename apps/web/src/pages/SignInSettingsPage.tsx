import { Code, Text, Title } from '@mantine/core';
import { mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSuspenseQueries } from '@tanstack/react-query';
import { AddProvider } from '../identity-providers/AddProvider.tsx';
import { identityProvidersQuery, organisationsToChooseQuery } from '../identity-providers/identity-provider-queries.ts';
import classes from '../identity-providers/identity-providers.module.css';
import { ProviderPanel } from '../identity-providers/ProviderPanel.tsx';
import { RETURN_PATH } from '../platform/session/organisation-calls.ts';
import { useSession } from '../platform/session/session-queries.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { SettingsTabs } from './SettingsTabs.tsx';

/** Where the people of each organisation sign in. */
export function SignInSettingsPage() {
  const { user } = useSession();
  const [{ data: providers }, { data: organisations }] = useSuspenseQueries({
    queries: [identityProvidersQuery, organisationsToChooseQuery],
  });
  const mayChange = mayEver(user.role, 'USERS', 'UPDATE');
  const taken = new Set(providers.map(({ organisation }) => organisation.id));
  const add = mayChange && <AddProvider organisations={organisations.filter(({ id }) => !taken.has(id))} />;
  return (
    <>
      <title>{`${text('identityProviders.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('identityProviders.title')}</Title>
      {mayChange && <SettingsTabs />}
      <Text c="dimmed" mt="md" mb="lg" maw={640}>
        {text('identityProviders.intro')}
      </Text>
      {mayChange && (
        <Text mb="lg">
          {text('identityProviders.redirect')}{' '}
          <Code className={classes['address'] ?? ''}>{`${globalThis.location.origin}${RETURN_PATH}`}</Code>
        </Text>
      )}
      {providers.length === 0 ? (
        <EmptyState title={text('identityProviders.none')} hint={text('identityProviders.noneHint')}>
          {add}
        </EmptyState>
      ) : (
        <div className={classes['panels']}>
          {providers.map((provider) => (
            <ProviderPanel key={provider.id} provider={provider} mayChange={mayChange} />
          ))}
          {add}
        </div>
      )}
    </>
  );
}
