import { dayOfInstant, type InstrumentPacks } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useAutosave } from '../../platform/autosave/use-autosave.ts';
import { useStore } from '../../platform/store.ts';
import { ApiProblem } from '../../platform/problem.ts';
import { completeResponse } from '../response-queries.ts';
import type { Response } from '../response-types.ts';
import type { Completion } from './CheckPage.tsx';
import type { EntryChannel } from './ConfirmClient.tsx';
import { entryItems } from './entry-item.ts';
import { EntrySheet } from './EntrySheet.tsx';
import type { FormValue } from './form-values.ts';
import { previousCompletedOn } from './previous-form.ts';
import { createResponseTransport } from './response-transport.ts';

type Props = {
  clientId: string;
  packs: InstrumentPacks;
  heading: string;
  birthDate: string;
  channel: EntryChannel;
  /** The form that was begun before, by whomever. */
  open: Response | undefined;
  onDone: (completed: Response) => void;
  onStop: () => void;
};

/** One refusal of our own: what is not saved cannot be completed. */
const notSavedYet = (): ApiProblem =>
  new ApiProblem({ status: 0, code: 'NOT_SAVED', detail: text('entry.check.waitForSave'), errors: [] });

/** The entry of one form with everything behind it: saving as it goes, and completing. */
export function EntryForm({ clientId, packs, heading, birthDate, channel, open, onDone, onStop }: Props) {
  const client = useQueryClient();
  const [transport] = useState(() => createResponseTransport(clientId, channel, open));
  const [items] = useState(() => entryItems(packs));
  const [today] = useState(() => dayOfInstant(Date.now()));
  const [autosave, status] = useAutosave<FormValue>(transport);
  const values = useStore(autosave.current);

  const goOnThrough = useEffectEvent(() => {
    if (open !== undefined && open.channel !== channel) autosave.change({ channel });
  });
  useEffect(() => goOnThrough(), []);

  const complete = useMutation({
    mutationFn: async (completion: Completion) => {
      const version = await autosave.settled();
      if (version === undefined) throw notSavedYet();
      const { id } = await transport.begun();
      return completeResponse(id, version, completion);
    },
    onSuccess: async (completed) => {
      previousCompletedOn.set(completed.completedOn ?? undefined);
      onDone(completed);
      await client.invalidateQueries({ queryKey: ['clients'] });
    },
  });

  return (
    <EntrySheet
      heading={heading}
      items={items}
      values={values}
      status={status}
      onChange={autosave.change}
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
