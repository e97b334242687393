import { Button } from '@mantine/core';
import { NETWORK_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type FormEvent, useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { fieldErrors } from '../platform/problem.ts';
import { DayInput, unreadableDaysIn } from '../ui/DayInput.tsx';
import { DocumentFooter } from '../ui/DocumentFooter.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { numbered } from '../ui/numbered.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { NEW_TIE } from './network-form.ts';
import { NetworkConflict } from './NetworkConflict.tsx';
import { NetworkPicture } from './NetworkPicture.tsx';
import type { Network } from './network-queries.ts';
import classes from './networks.module.css';
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
    form.set({ ties: ties.filter((_, index) => index !== at) });
    setAdded(undefined);
    document.getElementById('add-tie')?.focus();
  }
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    form.submit(unreadableDaysIn(event.currentTarget));
  }
  return (
    <form noValidate onSubmit={submit} className={classes['form']} aria-label={text('networks.title')}>
      <LeaveGuard isDirty={form.isDirty} />
      <NetworkConflict form={form} />
      {form.problem !== undefined && <ProblemSummary error={form.problem} />}
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
          onChange={(part) => form.set({ ties: ties.map((one, at) => (at === index ? { ...one, ...part } : one)) })}
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
      <DocumentFooter status={form.status} label={text('networks.save')} onCancel={onCancel} />
    </form>
  );
}
