import { Button, Group, Stack, Text } from '@mantine/core';
import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { fieldErrors } from '../platform/problem.ts';
import { DateField } from '../ui/DateField.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { endUser, type User } from './user-queries.ts';
import { useUsersChange } from './use-users-change.ts';

/** The last day of somebody's access, today unless another is typed. */
export function EndForm({ user, onDone, onCancel }: { user: User; onDone: () => void; onCancel: () => void }) {
  const [today] = useState(() => dayOfInstant(Date.now()));
  const [on, setOn] = useState<string | undefined>(today);
  const end = useUsersChange((day: string) => endUser(user, day));
  function finish({ state, untilOn }: User): void {
    const { displayName: name } = user;
    const isOver = state === 'ENDED' || untilOn === null;
    announce(
      isOver ? text('users.end.done', { name }) : text('users.end.later', { name, day: formatDutchDay(untilOn) }),
    );
    onDone();
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (on !== undefined && !end.isPending) end.mutate(on, { onSuccess: finish });
      }}
    >
      <Stack gap="sm">
        {end.isError && <ProblemSummary error={end.error} />}
        <Text>{text('users.end.hint')}</Text>
        <DateField
          id="on"
          label={text('users.end.on')}
          value={on}
          error={fieldErrors(end.error)['on']}
          data-autofocus
          onChange={setOn}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {text('common.cancel')}
          </Button>
          <Button type="submit" loading={end.isPending}>
            {text('users.end.submit')}
          </Button>
        </Group>
      </Stack>
      {end.dialog}
    </form>
  );
}
