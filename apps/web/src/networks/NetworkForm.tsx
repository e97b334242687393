import { Button } from '@mantine/core';
import { NETWORK_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { fieldErrors } from '../platform/problem.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { DocumentFrame } from '../ui/DocumentFrame.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { changedAt, without } from '../ui/list-edits.ts';
import { numbered } from '../ui/numbered.ts';
import { NETWORK_CONFLICT, NEW_TIE } from './network-form.ts';
import { NetworkPicture } from './NetworkPicture.tsx';
import type { Network } from './network-queries.ts';
import { TieFields } from './TieFields.tsx';
import { useNetworkForm } from './use-network-form.ts';

type Props = { network: Network; today: string; onSaved: (network: Network) => void; onCancel: () => void };

/** The people one by one, with the picture growing above them. */
export function NetworkForm({ network, today, onSaved, onCancel }: Props) {
  const form = useNetworkForm(network, today, onSaved, (content) => ({
    ...content,
    drawnOn: content.drawnOn ?? today,
  }));
  const [added, setAdded] = useState<number>();
  const errors = fieldErrors(form.problem);
  const { ties, drawnOn } = form.content;

  function remove(at: number): void {
    announce(text('networks.tie.removed', { name: ties[at]?.name ?? '' }));
    form.set({ ties: without(ties, at) });
    setAdded(undefined);
    document.getElementById('add-tie')?.focus();
  }
  return (
    <DocumentFrame
      form={form}
      label={text('networks.title')}
      conflict={NETWORK_CONFLICT}
      saveLabel={text('networks.save')}
      onCancel={onCancel}
    >
      <LeaveGuard isDirty={form.isDirty} />
      {ties.length > 0 && <NetworkPicture ties={ties} />}
      <DayInput
        key={form.revision}
        id="drawnOn"
        label={text('networks.drawnOn')}
        value={drawnOn}
        error={errors['drawnOn']}
        onChange={(day) => form.set({ drawnOn: day })}
      />
      {numbered(ties).map(({ key, row: tie, index }) => (
        <TieFields
          key={key}
          tie={tie}
          index={index}
          isNew={index === added}
          errors={errors}
          onChange={(part) => form.set({ ties: changedAt(ties, index, part) })}
          onRemove={() => remove(index)}
        />
      ))}
      <div>
        <Button
          id="add-tie"
          variant="default"
          disabled={ties.length >= NETWORK_LIMITS.ties}
          onClick={() => {
            setAdded(ties.length);
            form.set({ ties: [...ties, NEW_TIE] });
          }}
        >
          {text('networks.tie.add')}
        </Button>
      </div>
    </DocumentFrame>
  );
}
