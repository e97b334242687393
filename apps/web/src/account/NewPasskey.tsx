import { Button, Stack, Text, TextInput } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { readField } from '../platform/session/form-field.ts';
import { addPasskey, offerPasskey, ownPasskeysQuery } from '../platform/session/passkey-calls.ts';
import { PasskeyProblem } from '../platform/session/PasskeyProblem.tsx';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { deviceName } from '../ui/device-name.ts';

const LONGEST_NAME = 60;

/** Has the browser make a passkey, under a name by which its owner knows it again. */
export function NewPasskey() {
  const client = useQueryClient();
  const { guard, dialog } = useStepUp();
  const add = useMutation({
    mutationFn: async (name: string) => addPasskey(await guard(offerPasskey), name),
    onSuccess: () => client.invalidateQueries({ queryKey: ownPasskeysQuery.queryKey }),
  });
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    add.mutate(readField(event.currentTarget, 'passkey-name'));
  }
  return (
    <>
      <form onSubmit={submit}>
        <Stack maw={420} mt="md">
          <PasskeyProblem error={add.error} />
          <TextInput
            id="passkey-name"
            name="passkey-name"
            label={text('session.passkeys.newName')}
            description={text('session.passkeys.newNameHint')}
            defaultValue={deviceName(navigator.userAgent) ?? ''}
            maxLength={LONGEST_NAME}
            required
          />
          <Button type="submit" variant="default" w="fit-content" loading={add.isPending}>
            {text('session.passkeys.add')}
          </Button>
          {add.isSuccess && <Text role="status">{text('session.passkeys.added')}</Text>}
        </Stack>
      </form>
      {dialog}
    </>
  );
}
