import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { addProvider, identityProvidersQuery, type Organisation } from './identity-provider-queries.ts';
import { bodyOf, type ProviderValues } from './provider-values.ts';
import { ProviderForm } from './ProviderForm.tsx';

/** A first or further organisation; there is one provider for each. */
export function AddProvider({ organisations }: { organisations: readonly Organisation[] }) {
  const [isOpen, setOpen] = useState(false);
  const cache = useQueryClient();
  const { guard, dialog } = useStepUp();
  const add = useMutation({
    mutationFn: (values: ProviderValues) =>
      guard(() => addProvider({ organisationId: values.organisationId, ...bodyOf(values) })),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: identityProvidersQuery.queryKey });
      setOpen(false);
    },
  });
  if (organisations.length === 0) return null;
  if (!isOpen)
    return (
      <Button w="fit-content" onClick={() => setOpen(true)}>
        {text('identityProviders.add')}
      </Button>
    );
  return (
    <>
      <ProviderForm
        organisations={organisations}
        error={add.error}
        isSaving={add.isPending}
        onSave={add.mutate}
        onCancel={() => setOpen(false)}
      />
      {dialog}
    </>
  );
}
