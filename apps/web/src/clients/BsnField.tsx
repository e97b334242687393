import { Button, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { explain } from '../platform/problem.ts';
import { revealBsn } from './client-queries.ts';

/** The number masked; the whole of it on request, kept nowhere but here, and hidden again. */
export function BsnField({ clientId, masked }: { clientId: string; masked: string }) {
  const reveal = useMutation({ mutationFn: () => revealBsn(clientId), gcTime: 0 });
  const isShown = reveal.data !== undefined;
  return (
    <>
      <span>{reveal.data ?? masked}</span>{' '}
      <Button
        variant="subtle"
        size="compact-sm"
        aria-pressed={isShown}
        loading={reveal.isPending}
        onClick={() => (isShown ? reveal.reset() : reveal.mutate())}
      >
        {text(isShown ? 'clients.bsn.hide' : 'clients.bsn.show')}
      </Button>
      <Text size="sm" c={reveal.error === null ? 'dimmed' : 'red'} role={reveal.error === null ? undefined : 'alert'}>
        {reveal.error === null ? text('clients.bsn.logged') : explain(reveal.error)}
      </Text>
    </>
  );
}
