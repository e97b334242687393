import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { withdrawConsent } from './consent-queries.ts';
import { type Consent, type ConsentWay, type GivenBy, GIVERS, WAYS } from './consent-types.ts';

type Props = {
  clientId: string;
  /** What can be taken back now, and how each is called. */
  consents: readonly Consent[];
  words: (consent: Consent) => string;
  /** What was chosen before the dialog opened. */
  first: Consent | undefined;
  onDone: () => void;
  onClose: () => void;
};

const ALL = '';

/** Taken back in two keys: open, Enter. By whom and how can be said, and mostly need not be. */
export function WithdrawDialog({ clientId, consents, words, first, onDone, onClose }: Props) {
  const cache = useQueryClient();
  const [chosen, setChosen] = useState(first?.id ?? (consents.length === 1 ? (consents[0]?.id ?? ALL) : ALL));
  const [by, setBy] = useState<GivenBy>('CLIENT');
  const [how, setHow] = useState<ConsentWay>('ORAL');
  const refresh = (): Promise<void> => cache.invalidateQueries({ queryKey: ['clients', clientId] });
  const withdraw = useMutation({
    mutationFn: async () => {
      const taken = consents.filter(({ id, rule }) => (chosen === ALL ? rule === 'GRANT' : id === chosen));
      for (const { id } of taken) await withdrawConsent(id, { by, how });
    },
    // said once the screen behind the dialog shows it
    onSuccess: async () => {
      await refresh();
      onDone();
    },
    onError: refresh,
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!withdraw.isPending) withdraw.mutate();
  }
  return (
    <Dialog title={text('consents.withdraw.title')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {withdraw.error !== null && <ProblemSummary error={withdraw.error} />}
          <Text>{text('consents.withdraw.hint')}</Text>
          <NativeSelect
            label={text('consents.withdraw.which')}
            data={[
              ...(consents.length === 1 ? [] : [{ value: ALL, label: text('consents.withdraw.all') }]),
              ...consents.map((consent) => ({ value: consent.id, label: words(consent) })),
            ]}
            value={chosen}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
          <NativeSelect
            label={text('consents.withdraw.by')}
            data={GIVERS.map((value) => ({ value, label: text(`consents.by.${value}`) }))}
            value={by}
            onChange={({ currentTarget }) => setBy(currentTarget.value as GivenBy)}
          />
          <NativeSelect
            label={text('consents.withdraw.how')}
            data={WAYS.map((value) => ({ value, label: text(`consents.how.${value}`) }))}
            value={how}
            onChange={({ currentTarget }) => setHow(currentTarget.value as ConsentWay)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" data-autofocus disabled={withdraw.isPending}>
              {text(withdraw.isPending ? 'consents.withdraw.saving' : 'consents.withdraw.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
