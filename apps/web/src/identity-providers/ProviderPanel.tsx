import { Button, Code, Group, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '../platform/problem.ts';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import {
  changeProvider,
  type IdentityProvider,
  identityProvidersQuery,
  testProvider,
} from './identity-provider-queries.ts';
import classes from './identity-providers.module.css';
import { changesOf, type ProviderValues } from './provider-values.ts';
import { ProviderForm } from './ProviderForm.tsx';
import { ProviderPeople } from './ProviderPeople.tsx';

const stateOf = ({ enabled, isWaiting }: IdentityProvider) => (enabled ? 'on' : isWaiting ? 'waiting' : 'off');

type Props = { provider: IdentityProvider; mayChange: boolean };

/** One organisation: how its people sign in, and what can be done about it. */
export function ProviderPanel({ provider, mayChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const cache = useQueryClient();
  const { guard, dialog } = useStepUp();
  const refresh = () => cache.invalidateQueries({ queryKey: identityProvidersQuery.queryKey });
  const save = useMutation({
    mutationFn: (change: Parameters<typeof changeProvider>[1]) => guard(() => changeProvider(provider, change)),
    onSuccess: () => setOpen(false),
    onSettled: refresh,
  });
  const test = useMutation({ mutationFn: () => testProvider(provider.id) });
  function submit(values: ProviderValues): void {
    const change = changesOf(values, provider);
    if (Object.keys(change).length === 0) setOpen(false);
    else save.mutate(change);
  }
  const { organisation, enabled, isWaiting } = provider;
  const named = { organisation: organisation.name };
  return (
    <section className={classes['panel']} aria-label={organisation.name}>
      <Title order={2}>{organisation.name}</Title>
      <Text>{text(`identityProviders.state.${stateOf(provider)}`)}</Text>
      {isOpen ? (
        <>
          <Text c="dimmed">{text('identityProviders.saveHint')}</Text>
          <ProviderForm
            organisations={[]}
            before={provider}
            error={save.error}
            isSaving={save.isPending}
            onSave={submit}
            onCancel={() => setOpen(false)}
          />
        </>
      ) : (
        <>
          <ProviderFacts provider={provider} />
          {save.isError && (
            <>
              <ProblemSummary error={save.error} />
              {isProblem(save.error, 'STALE') && <Text>{text('identityProviders.stale')}</Text>}
            </>
          )}
          {mayChange && (
            <>
              <Group>
                <Button
                  variant="default"
                  aria-label={text('identityProviders.changeOf', named)}
                  onClick={() => setOpen(true)}
                >
                  {text('identityProviders.change')}
                </Button>
                <Button
                  variant="default"
                  aria-label={text('identityProviders.testOf', named)}
                  loading={test.isPending}
                  onClick={() => test.mutate()}
                >
                  {text('identityProviders.test')}
                </Button>
                {!isWaiting && (
                  <Button
                    variant="default"
                    aria-label={text(enabled ? 'identityProviders.switchOffOf' : 'identityProviders.switchOnOf', named)}
                    loading={save.isPending}
                    onClick={() => save.mutate({ enabled: !enabled })}
                  >
                    {text(enabled ? 'identityProviders.switchOff' : 'identityProviders.switchOn')}
                  </Button>
                )}
              </Group>
              <Text size="sm" c="dimmed">
                {text(enabled ? 'identityProviders.switchOffHint' : 'identityProviders.switchOnHint')}
              </Text>
              <div role="status">{test.isSuccess && text(`identityProviders.finding.${test.data}`)}</div>
              {test.isError && <ProblemSummary error={test.error} />}
            </>
          )}
          <ProviderPeople provider={provider} mayChange={mayChange} />
        </>
      )}
      {dialog}
    </section>
  );
}

function ProviderFacts({
  provider: { issuer, clientId, emailDomains, secondFactor, code },
}: {
  provider: IdentityProvider;
}) {
  return (
    <dl className={classes['facts']}>
      <dt>{text('identityProviders.fields.issuer')}</dt>
      <dd>{issuer}</dd>
      <dt>{text('identityProviders.fields.clientId')}</dt>
      <dd>{clientId}</dd>
      <dt>{text('identityProviders.fields.emailDomains')}</dt>
      <dd>{emailDomains.length === 0 ? '–' : emailDomains.join(', ')}</dd>
      <dt>{text('identityProviders.fields.secondFactor')}</dt>
      <dd>{text(secondFactor ? 'identityProviders.yes' : 'identityProviders.no')}</dd>
      <dt>{text('identityProviders.code')}</dt>
      <dd>
        <Code fz="md">{code}</Code>
        <Text size="sm" c="dimmed">
          {text('identityProviders.codeHint')}
        </Text>
      </dd>
    </dl>
  );
}
