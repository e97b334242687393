import { Button, Group, Stack, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import type { FormEvent, ReactNode } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';

type Props = {
  title: string;
  consequence?: string;
  saveLabel: string;
  error: unknown;
  isBusy: boolean;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A step of a plan: what it will do, what it needs, and the step itself. */
export function StepForm({ title, consequence, saveLabel, error, isBusy, onSave, onClose, children }: Props) {
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isBusy) onSave();
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {error !== null && <ProblemSummary error={error} />}
          {consequence !== undefined && <Text>{consequence}</Text>}
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={isBusy}>
              {isBusy ? text('carePlans.saving') : saveLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
