import { Button, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type IdentityProvider, identityProvidersQuery, unlinkPerson } from './identity-provider-queries.ts';
import classes from './identity-providers.module.css';

type Props = { provider: IdentityProvider; mayChange: boolean };

/** Who is linked to an account of the provider. */
export function ProviderPeople({ provider: { id, people }, mayChange }: Props) {
  const cache = useQueryClient();
  const { guard, dialog } = useStepUp();
  const unlink = useMutation({
    mutationFn: (linkId: string) => guard(() => unlinkPerson(id, linkId)),
    onSettled: () => cache.invalidateQueries({ queryKey: identityProvidersQuery.queryKey }),
  });
  return (
    <>
      <Title order={3}>{text('identityProviders.people')}</Title>
      {unlink.isError && <ProblemSummary error={unlink.error} />}
      {people.length === 0 && <Text>{text('identityProviders.nobody')}</Text>}
      {people.length > 0 && (
        <>
          {mayChange && (
            <Text size="sm" c="dimmed">
              {text('identityProviders.unlinkHint')}
            </Text>
          )}
          <ul className={classes['people']}>
            {people.map(({ id: linkId, displayName }) => (
              <li key={linkId}>
                <span>{displayName}</span>
                {mayChange && (
                  <Button
                    size="xs"
                    variant="default"
                    disabled={unlink.isPending}
                    aria-label={text('identityProviders.unlinkOf', { name: displayName })}
                    onClick={() => unlink.mutate(linkId)}
                  >
                    {text('identityProviders.unlink')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {dialog}
    </>
  );
}
