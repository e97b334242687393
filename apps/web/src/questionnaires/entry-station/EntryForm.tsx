import { type Answer, dayOfInstant, type InstrumentPacks } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAutosave } from '../../platform/autosave/use-autosave.ts';
import { useStore } from '../../platform/store.ts';
import { ApiProblem } from '../../platform/problem.ts';
import { completeResponse } from '../response-queries.ts';
import type { Response } from '../response-types.ts';
import type { Completion } from './CheckPage.tsx';
import { entryItems } from './entry-item.ts';
import { EntrySheet } from './EntrySheet.tsx';
import { previousCompletedOn } from './previous-form.ts';
import { createResponseTransport } from './response-transport.ts';

type Props = {
  clientId: string;
  packs: InstrumentPacks;
  heading: string;
  birthDate: string;
  /** The form that was begun before, by whomever. */
  open: Response | undefined;
  onDone: () => void;
  onStop: () => void;
};

/** One refusal of our own: what is not saved cannot be completed. */
const notSavedYet = (): ApiProblem =>
  new ApiProblem({ status: 0, code: 'NOT_SAVED', detail: text('entry.check.waitForSave'), errors: [] });

/** The entry of one form with everything behind it: saving as it goes, and completing. */
export function EntryForm({ clientId, packs, heading, birthDate, open, onDone, onStop }: Props) {
  const client = useQueryClient();
  const [transport] = useState(() => createResponseTransport(clientId, open));
  const [items] = useState(() => entryItems(packs));
  const [today] = useState(() => dayOfInstant(Date.now()));
  const [autosave, status] = useAutosave<Answer>(transport);

  const answers = useStore(autosave.current);

  const complete = useMutation({
    mutationFn: async (completion: Completion) => {
      const version = await autosave.settled();
      if (version === undefined) throw notSavedYet();
      const { id } = await transport.begun();
      return completeResponse(id, version, completion);
    },
    onSuccess: async (response) => {
      previousCompletedOn.set(response.completedOn ?? undefined);
      onDone();
      await client.invalidateQueries({ queryKey: ['clients'] });
    },
  });

  return (
    <EntrySheet
      heading={heading}
      items={items}
      answers={answers}
      status={status}
      onAnswer={(changes) => autosave.change(changes)}
      onStop={onStop}
      details={{
        birthDate,
        today,
        previousCompletedOn: open?.completedOn ?? previousCompletedOn.get(),
        isBusy: complete.isPending,
        error: complete.error ?? undefined,
        onComplete: (completion) => complete.mutate(completion),
      }}
    />
  );
}
