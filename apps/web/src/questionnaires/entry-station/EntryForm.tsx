import { dayOfInstant, type InstrumentPacks, showFormCode } from '@samenoud/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useAutosave } from '../../platform/autosave/use-autosave.ts';
import { useStore } from '../../platform/store.ts';
import { completeResponse } from '../response-queries.ts';
import type { Response } from '../response-types.ts';
import { CheckPage, type Completion } from './CheckPage.tsx';
import type { EntryChannel } from './ConfirmClient.tsx';
import { entryItems } from './entry-item.ts';
import { type EntryLayout, EntrySheet } from './EntrySheet.tsx';
import type { FormValue } from './form-values.ts';
import { notSavedYet } from './not-saved.ts';
import { previousCompletedOn } from './previous-form.ts';
import { createResponseTransport } from './response-transport.ts';
import { useSheets } from './use-sheets.tsx';

/** The paper that was scanned: its code, the sheet on top, and the round it belongs to. */
export type Paper = { code: string; sheet: number | null; roundId: string };

type Props = {
  clientId: string;
  packs: InstrumentPacks;
  heading: string;
  birthDate: string;
  channel: EntryChannel;
  /** The form that was begun before, by whomever. */
  open: Response | undefined;
  paper?: Paper | undefined;
  layout?: EntryLayout;
  onDone: (completed: Response) => void;
  onStop: () => void;
};

/** The entry of one form with everything behind it: saving as it goes, and completing. */
export function EntryForm(props: Props) {
  const { clientId, packs, heading, birthDate, channel, open, paper, layout = 'SHEET', onDone, onStop } = props;
  const isInterview = layout === 'READ_ALOUD';
  const client = useQueryClient();
  const [transport] = useState(() => createResponseTransport({ clientId, channel, roundId: paper?.roundId }, open));
  const [items] = useState(() => entryItems(packs));
  const [today] = useState(() => dayOfInstant(Date.now()));
  const [autosave, status] = useAutosave<FormValue>(transport);
  const values = useStore(autosave.current);
  const { scannedSheet, code, dialog } = useSheets({
    clientId,
    heading,
    code: paper?.code,
    sheet: paper?.sheet ?? null,
  });

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
      if (!isInterview) previousCompletedOn.set(completed.completedOn ?? undefined);
      onDone(completed);
      await client.invalidateQueries({ queryKey: ['clients'] });
    },
  });

  const details = {
    birthDate,
    today,
    previousCompletedOn: open?.completedOn ?? (isInterview ? today : previousCompletedOn.get()),
    isBusy: complete.isPending,
    error: complete.error ?? undefined,
    onComplete: (completion: Completion) => complete.mutate(completion),
  };
  return (
    <>
      <EntrySheet
        heading={heading}
        items={items}
        values={values}
        status={status}
        formCode={code === undefined ? undefined : showFormCode(code)}
        scannedSheet={scannedSheet}
        layout={layout}
        renderCheck={(parts) => <CheckPage {...parts} details={details} />}
        onChange={autosave.change}
        onStop={onStop}
      />
      {dialog}
    </>
  );
}
