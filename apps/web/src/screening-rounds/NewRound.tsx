import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { newRoundBody, proposedRound } from './round-form.ts';
import { createRound, ROUNDS_KEY } from './round-queries.ts';
import type { Round } from './round-types.ts';
import { RoundForm } from './RoundForm.tsx';

type Props = {
  today: string;
  reminderDays: readonly [number, number];
  onDone: (round: Round) => void;
  onCancel: () => void;
};

/** A round with everything proposed: who agrees presses Enter. */
export function NewRound({ today, reminderDays, onDone, onCancel }: Props) {
  const cache = useQueryClient();
  const [values, setValues] = useState(() => proposedRound(today, reminderDays));
  const sent = useRef({ body: '', key: '' });
  const create = useMutation({
    mutationFn: () => {
      const body = newRoundBody(values);
      const words = JSON.stringify(body);
      if (sent.current.body !== words) sent.current = { body: words, key: createIdempotencyKey() };
      return createRound(body, sent.current.key);
    },
    onSuccess: async (round) => {
      await cache.invalidateQueries({ queryKey: ROUNDS_KEY });
      onDone(round);
    },
  });
  return (
    <RoundForm
      values={values}
      onChange={setValues}
      revision={0}
      reminderDays={reminderDays}
      daysFollow
      submitLabel={text('screeningRounds.form.create')}
      isSaving={create.isPending}
      error={create.error}
      onSubmit={() => create.mutate()}
      onCancel={onCancel}
    />
  );
}
