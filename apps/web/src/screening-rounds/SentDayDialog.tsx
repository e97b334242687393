import { Button, Group, Stack } from '@mantine/core';
import { text } from '@samenoud/texts';
import { type FormEvent, useState } from 'react';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';

type Props = { title: string; today: string; onSave: (day: string) => void; onClose: () => void };

/** On which day the questionnaire went by hand; today unless one says otherwise. */
export function SentDayDialog({ title, today, onSave, onClose }: Props) {
  const [day, setDay] = useState<string | undefined>(today);
  const [hasTried, setTried] = useState(false);
  const problem = day === undefined ? text('common.date.required') : day > today ? text('errors.IN_FUTURE') : undefined;
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (day !== undefined && problem === undefined) onSave(day);
    else document.getElementById('sentOn')?.focus();
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <DateField
            id="sentOn"
            data-autofocus
            label={text('screeningRounds.act.day')}
            value={day}
            onChange={setDay}
            {...(hasTried && problem !== undefined && { error: problem })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit">{text('screeningRounds.act.save')}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
