import { Radio, Stack, Text, Title } from '@mantine/core';
import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Addition, type Merge, MERGES_KEY, proposeSplit } from './merge-queries.ts';
import { ReasonForm } from './ReasonForm.tsx';

const keyOf = ({ table, key }: Addition): string => `${table} ${JSON.stringify(key)}`;

function nameOf({ table, since }: Addition): string {
  const what = findText(`merges.table.${table}`) ?? text('merges.table.other');
  return since === null ? what : text('merges.split.since', { what, day: formatDutchDay(dayOfInstant(since)) });
}

/** Two records again: what was before goes back by itself, for the rest a person says where it goes. */
export function SplitForm({ merge: { id, additions } }: { merge: Merge }) {
  const cache = useQueryClient();
  const [going, setGoing] = useState<ReadonlySet<string>>(new Set());
  const split = useMutation({
    mutationFn: (reason: string) => {
      const toMerged = additions.filter((one) => going.has(keyOf(one))).map(({ table, key }) => ({ table, key }));
      return proposeSplit(id, { reason, toMerged });
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: MERGES_KEY }),
  });
  function choose(one: string, goes: boolean): void {
    const next = new Set(going);
    if (goes) next.add(one);
    else next.delete(one);
    setGoing(next);
  }
  return (
    <section>
      <Title order={2}>{text('merges.split.title')}</Title>
      <Stack gap="md">
        <Text>{text('merges.split.hint')}</Text>
        {additions.length === 0 && <Text c="dimmed">{text('merges.split.nothing')}</Text>}
        {additions.map((one) => (
          <Radio.Group
            key={keyOf(one)}
            label={nameOf(one)}
            value={going.has(keyOf(one)) ? 'GOES' : 'STAYS'}
            onChange={(value) => choose(keyOf(one), value === 'GOES')}
          >
            <Radio value="STAYS" label={text('merges.split.stays')} mt="xs" />
            <Radio value="GOES" label={text('merges.split.goes')} mt="xs" />
          </Radio.Group>
        ))}
        <ReasonForm
          label={text('merges.splitReason')}
          button={text('merges.split.propose')}
          isPending={split.isPending}
          error={split.error}
          onSubmit={(reason) => split.mutate(reason)}
        />
      </Stack>
    </section>
  );
}
