import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { IDENTITY_CHECKS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type IdentityCheck, reEnrol, type User } from './user-queries.ts';
import { useUsersChange } from './use-users-change.ts';

/** Takes a lost second factor away, after saying how one knows who asks. */
export function ReEnrolForm({ user, onCancel }: { user: User; onCancel: () => void }) {
  const [check, setCheck] = useState<IdentityCheck>();
  const take = useUsersChange((identityCheck: IdentityCheck) => reEnrol(user, identityCheck));
  if (take.isSuccess)
    return (
      <Text role="status" tabIndex={-1} data-autofocus>
        {take.data.state === 'DONE'
          ? text('users.reEnrol.done', { name: user.displayName })
          : text('users.reEnrol.waits')}
      </Text>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (check !== undefined && !take.isPending) take.mutate(check);
      }}
    >
      <Stack gap="sm">
        {take.isError && <ProblemSummary error={take.error} />}
        <Text>{text('users.reEnrol.hint')}</Text>
        <Radio.Group
          label={text('users.reEnrol.check')}
          value={check ?? ''}
          onChange={(value) => setCheck(IDENTITY_CHECKS.find((one) => one === value))}
          required
        >
          <Stack gap="xs" mt="xs">
            {IDENTITY_CHECKS.map((value) => (
              <Radio key={value} value={value} label={text(`users.reEnrol.by.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {text('common.cancel')}
          </Button>
          <Button type="submit" disabled={check === undefined} loading={take.isPending}>
            {text('users.reEnrol.submit')}
          </Button>
        </Group>
      </Stack>
      {take.dialog}
    </form>
  );
}
