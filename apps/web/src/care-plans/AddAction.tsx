import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { ACTION_LIMITS, ACTION_OWNERS_IN_ORDER } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useIdempotencyKey } from '../platform/use-idempotency-key.ts';
import { fieldErrors } from '../platform/problem.ts';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { RadioQuestion } from '../ui/RadioQuestion.tsx';
import { addAction, type Goal, type NewAction } from './care-plan-queries.ts';
import type { PlanUse } from './plan-use.ts';

type OwnerKind = (typeof ACTION_OWNERS_IN_ORDER)[number];
type Props = { goal: Goal; use: PlanUse; onDone: () => void; onClose: () => void };

/** Who does what by when; the client comes first. */
export function AddAction({ goal, use, onDone, onClose }: Props) {
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<OwnerKind>('CLIENT');
  const [userId, setUserId] = useState('');
  const [name, setName] = useState('');
  const [dueOn, setDueOn] = useState<string | undefined>(goal.targetDate);
  const [hasTried, setTried] = useState(false);
  const keyFor = useIdempotencyKey();
  const save = useMutation({
    mutationFn: (body: NewAction) => addAction(goal.id, body, keyFor(body)),
    onSuccess: onDone,
  });
  const refused = fieldErrors(save.error);
  const missing = [
    ...(words.trim() === '' ? ['text'] : []),
    ...(kind === 'USER' && userId === '' ? ['owner.userId'] : []),
    ...(kind === 'OTHER' && name.trim() === '' ? ['owner.name'] : []),
    ...(dueOn === undefined ? ['dueOn'] : []),
  ];
  const fault = (field: string) => refused[field] ?? (hasTried && missing.includes(field) ? text('errors.REQUIRED') : undefined); // prettier-ignore
  const ownerOf = (): NewAction['owner'] => {
    if (kind === 'USER') return { kind, userId };
    return kind === 'CLIENT' || name.trim() === '' ? { kind } : { kind, name };
  };
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (missing[0] !== undefined) document.getElementById(missing[0])?.focus();
    else if (!save.isPending && dueOn !== undefined) save.mutate({ text: words, owner: ownerOf(), dueOn });
  }
  return (
    <Dialog title={text('carePlans.action.add')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          {save.error !== null && <ProblemSummary error={save.error} />}
          <TextInput
            id="text"
            data-autofocus
            label={text('carePlans.action.text')}
            maxLength={ACTION_LIMITS.text}
            value={words}
            error={fault('text')}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <RadioQuestion
            legend={text('carePlans.action.owner')}
            choices={ACTION_OWNERS_IN_ORDER.map((code) => ({ code, label: text(`carePlans.owner.${code}`) }))}
            value={kind}
            onChange={setKind}
          />
          {kind === 'USER' && (
            <NativeSelect
              id="owner.userId"
              label={text('carePlans.action.colleague')}
              value={userId}
              error={fault('owner.userId')}
              data={[
                { value: '', label: text('carePlans.action.chooseColleague') },
                ...use.colleagues.map((one) => ({ value: one.userId, label: one.displayName })),
              ]}
              onChange={({ currentTarget }) => setUserId(currentTarget.value)}
            />
          )}
          {(kind === 'OTHER' || kind === 'INFORMAL_CARER') && (
            <TextInput
              id="owner.name"
              label={text('carePlans.action.name')}
              maxLength={ACTION_LIMITS.ownerName}
              value={name}
              error={fault('owner.name')}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
          )}
          <DateField
            id="dueOn"
            label={text('carePlans.action.dueOn')}
            value={dueOn}
            error={fault('dueOn')}
            onChange={setDueOn}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {text(save.isPending ? 'carePlans.saving' : 'carePlans.action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
