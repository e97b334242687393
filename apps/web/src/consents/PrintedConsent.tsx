import { Anchor, Button, Group } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { printConsents } from './consent-queries.ts';

/** What was agreed for the client to keep, and a form to sign. A paper is ready at once. */
export function PrintedConsent({ clientId }: { clientId: string }) {
  const print = useMutation({ mutationFn: (kind: 'AGREED' | 'FORM') => printConsents(clientId, kind) });
  return (
    <Group mb="md" gap="sm">
      <Button variant="subtle" size="sm" disabled={print.isPending} onClick={() => print.mutate('AGREED')}>
        {text('consents.print.agreed')}
      </Button>
      <Button variant="subtle" size="sm" disabled={print.isPending} onClick={() => print.mutate('FORM')}>
        {text('consents.print.blank')}
      </Button>
      {print.error !== null && <ProblemSummary error={print.error} />}
      {print.data !== undefined && (
        <span role="status">
          <Anchor href={print.data} download>
            {text('consents.print.ready')}
          </Anchor>
        </span>
      )}
    </Group>
  );
}
