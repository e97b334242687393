import { Button, Stack, TextInput } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { fieldErrors } from '../platform/problem.ts';
import { readField } from '../platform/session/form-field.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { inviteFirstManager } from './set-up-calls.ts';

const FIELDS = [
  { name: 'displayName', label: text('session.setUp.displayName'), autoComplete: 'name', type: 'text' },
  { name: 'email', label: text('session.setUp.email'), autoComplete: 'username', type: 'email' },
] as const;

/** Who the manager of a further practice is; her own invitation follows, which an account elsewhere can take too. */
export function FirstManagerForm({ token }: { token: string }) {
  const invite = useMutation({
    mutationFn: inviteFirstManager,
    onSuccess: ({ path }) => globalThis.location.assign(path),
  });
  const errors = fieldErrors(invite.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        invite.mutate({ token, displayName: readField(form, 'displayName'), email: readField(form, 'email') });
      }}
    >
      <Stack maw={480}>
        {invite.isError && <ProblemSummary error={invite.error} />}
        {FIELDS.map(({ name, label, autoComplete, type }) => (
          <TextInput
            key={name}
            id={name}
            name={name}
            type={type}
            label={label}
            autoComplete={autoComplete}
            error={errors[name]}
            required
          />
        ))}
        <Button type="submit" w="fit-content" loading={invite.isPending}>
          {text('session.setUp.next')}
        </Button>
      </Stack>
    </form>
  );
}
