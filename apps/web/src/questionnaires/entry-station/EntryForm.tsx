import { type Answer, dayOfInstant, SHIPPED_PACKS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAutosave } from '../../platform/autosave/use-autosave.ts';
import { ApiProblem } from '../../platform/problem.ts';
import { completeResponse, patchResponse } from '../response-queries.ts';
import type { Response } from '../response-types.ts';
import type { Completion } from './CheckPage.tsx';
import { entryItems } from './entry-item.ts';
import { EntrySheet } from './EntrySheet.tsx';
import { previousCompletedOn } from './previous-form.ts';
import { createResponseTransport } from './response-transport.ts';

type Props = {
  clientId: string;
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
export function EntryForm({ clientId, heading, birthDate, open, onDone, onStop }: Props) {
  const client = useQueryClient();
  const [transport] = useState(() => createResponseTransport(clientId, open));
  const [items] = useState(() => entryItems(SHIPPED_PACKS));
  const [today] = useState(() => dayOfInstant(Date.now()));
  const [autosave, status] = useAutosave<Answer>(transport);

  const complete = useMutation({
    mutationFn: async ({ confirmOldDate, ...changes }: Completion) => {
      const version = await autosave.settled();
      if (version === undefined) throw notSavedYet();
      const { id } = await transport.begun();
      await patchResponse({ id, version, changes });
      return completeResponse(id, confirmOldDate === true);
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
      answers={open?.answers ?? {}}
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
