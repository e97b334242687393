import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { EMERGENCY_NOTE_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { createIdempotencyKey } from '../platform/api.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { addEmergencyNote } from './emergency-queries.ts';

const { min, max } = EMERGENCY_NOTE_LIMITS;

/** What whoever came in leaves behind for those who stay. */
export function NoteDialog({ emergencyId, onClose }: { emergencyId: string; onClose: () => void }) {
  const [note, setNote] = useState('');
  const [hasTried, setTried] = useState(false);
  const [key] = useState(createIdempotencyKey);
  const isShort = note.trim().length < min;
  const add = useMutation({
    mutationFn: () => addEmergencyNote(emergencyId, note.trim(), key),
    onSuccess: () => {
      announce(text('breakGlass.note.saved'));
      onClose();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (isShort) document.getElementById('note')?.focus();
    else if (!add.isPending) add.mutate();
  }

  return (
    <Dialog title={text('breakGlass.note.title')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {add.error !== null && <ProblemSummary error={add.error} />}
          <Text>{text('breakGlass.note.hint')}</Text>
          <Textarea
            id="note"
            data-autofocus
            label={text('breakGlass.note.label')}
            aria-required
            autosize
            minRows={3}
            maxLength={max}
            value={note}
            error={hasTried && isShort ? text('breakGlass.note.required', { min }) : undefined}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {text('breakGlass.note.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
