import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { ACTION_LIMITS, type ActionOwnerKind, addDays } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { addTask, type NewTask } from './action-queries.ts';

const DAYS_AHEAD = 7;
const PEOPLE: readonly Exclude<ActionOwnerKind, 'USER'>[] = ['CLIENT', 'INFORMAL_CARER', 'OTHER'];

type Props = {
  clientId: string;
  today: string;
  /** Who can be asked, the asker herself first. */
  colleagues: readonly { userId: string; label: string }[];
  onDone: () => void;
  onClose: () => void;
};

/** A task: what, who, until when. The client comes first among who can do it. */
export function TaskForm({ clientId, today, colleagues, onDone, onClose }: Props) {
  const [words, setWords] = useState('');
  const [owner, setOwner] = useState<string>(colleagues[0]?.userId ?? 'CLIENT');
  const [name, setName] = useState('');
  const [dueOn, setDueOn] = useState<string | undefined>(() => addDays(today, DAYS_AHEAD));
  const [hasTried, setTried] = useState(false);
  const [key] = useState(createIdempotencyKey);
  const save = useMutation({ mutationFn: (body: NewTask) => addTask(clientId, body, key), onSuccess: onDone });
  const kind = PEOPLE.find((one) => one === owner) ?? 'USER';
  const asksName = kind === 'INFORMAL_CARER' || kind === 'OTHER';
  const lacksName = kind === 'OTHER' && name.trim() === '';

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const wrong = words.trim() === '' ? 'text' : lacksName ? 'owner.name' : dueOn === undefined ? 'dueOn' : undefined;
    if (wrong !== undefined) document.getElementById(wrong)?.focus();
    else if (dueOn !== undefined && !save.isPending) save.mutate({ text: words.trim(), owner: given(), dueOn });
  }
  function given(): NewTask['owner'] {
    if (kind === 'USER') return { kind, userId: owner };
    return asksName && name.trim() !== '' ? { kind, name: name.trim() } : { kind };
  }
  return (
    <Dialog title={text('actions.add')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {save.error !== null && <ProblemSummary error={save.error} />}
          <TextInput
            id="text"
            data-autofocus
            label={text('actions.form.text')}
            aria-required
            maxLength={ACTION_LIMITS.text}
            value={words}
            error={hasTried && words.trim() === '' ? text('actions.form.textRequired') : undefined}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <NativeSelect
            id="owner.userId"
            label={text('actions.form.owner')}
            data={[
              ...PEOPLE.map((value) => ({ value: value as string, label: text(`actions.owner.${value}`) })),
              ...colleagues.map(({ userId, label }) => ({ value: userId, label })),
            ]}
            value={owner}
            onChange={({ currentTarget }) => setOwner(currentTarget.value)}
          />
          {asksName && (
            <TextInput
              id="owner.name"
              label={text('actions.form.ownerName')}
              {...(kind === 'INFORMAL_CARER' && { description: text('actions.form.ownerNameHint') })}
              maxLength={ACTION_LIMITS.ownerName}
              value={name}
              error={hasTried && lacksName ? text('actions.form.ownerNameRequired') : undefined}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
          )}
          <DateField
            id="dueOn"
            label={text('actions.form.dueOn')}
            aria-required
            value={dueOn}
            onChange={setDueOn}
            {...(hasTried && dueOn === undefined && { error: text('actions.form.dueOnRequired') })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {text(save.isPending ? 'contacts.saving' : 'actions.form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
