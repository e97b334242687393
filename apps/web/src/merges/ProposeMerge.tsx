import { Radio, Stack } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { ComparisonTable } from './ComparisonTable.tsx';
import { comparisonQuery, MERGES_KEY, proposeMerge } from './merge-queries.ts';
import { MergeEffects } from './MergeEffects.tsx';
import { ReasonForm } from './ReasonForm.tsx';

type Props = { ids: readonly [string, string]; onDone: (mergeId: string) => void };

/** Compares two records, and asks which of them stays and why they are one person. */
export function ProposeMerge({ ids, onDone }: Props) {
  const cache = useQueryClient();
  const [survivorId, setSurvivorId] = useState<string>();
  const { data } = useSuspenseQuery(comparisonQuery(...ids));
  const [key] = useState(createIdempotencyKey);
  // A BSN is sealed to its record: that one stays.
  const stays = survivorId ?? (data.refusal === 'BSN_ON_OTHER' ? ids[1] : ids[0]);
  const isSwapped = stays === ids[1];
  const [survivor, merged] = isSwapped ? [data.merged, data.survivor] : [data.survivor, data.merged];
  const canSwap = !survivor.person.hasBsn && !merged.person.hasBsn;
  const propose = useMutation({
    mutationFn: (reason: string) =>
      proposeMerge({ survivorId: survivor.person.id, mergedId: merged.person.id, reason }, `${key}-${stays}`),
    onSuccess: async ({ id }) => {
      await cache.invalidateQueries({ queryKey: MERGES_KEY });
      onDone(id);
    },
  });
  const refusal = data.refusal === 'TWO_BSN' ? data.refusal : null;
  return (
    <Stack gap="md">
      <ComparisonTable survivor={survivor} merged={merged} />
      {canSwap && (
        <Radio.Group label={text('merges.comparison.choose')} value={stays} onChange={setSurvivorId}>
          {[data.survivor, data.merged].map(({ person }, index) => (
            <Radio
              key={person.id}
              value={person.id}
              label={`${index + 1}. ${person.name}${person.hisNumber === null ? '' : ` (${person.hisNumber})`}`}
              mt="xs"
            />
          ))}
        </Radio.Group>
      )}
      <MergeEffects conflicts={data.conflicts} refusal={refusal} />
      {refusal === null && (
        <ReasonForm
          label={text('merges.reason')}
          button={text('merges.propose')}
          isPending={propose.isPending}
          error={propose.error}
          onSubmit={(reason) => propose.mutate(reason)}
        />
      )}
    </Stack>
  );
}
