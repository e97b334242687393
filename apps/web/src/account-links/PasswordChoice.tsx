import { Button, PasswordInput, Stack } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { fieldErrors } from '../platform/problem.ts';
import { readField } from '../platform/session/form-field.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { choosePassword } from './account-link-calls.ts';

/** A password of one's own, by the link. */
export function PasswordChoice({ token, onDone }: { token: string; onDone: () => void }) {
  const choose = useMutation({ mutationFn: choosePassword, onSuccess: onDone });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        choose.mutate({ token, password: readField(event.currentTarget, 'password') });
      }}
    >
      <Stack maw={480}>
        {choose.isError && <ProblemSummary error={choose.error} />}
        <PasswordInput
          size="md"
          id="password"
          name="password"
          label={text('users.accountLink.choose')}
          description={text('users.accountLink.chooseHint')}
          autoComplete="new-password"
          error={fieldErrors(choose.error)['password']}
          visibilityToggleButtonProps={{ 'aria-label': text('session.password.show'), tabIndex: 0 }}
          required
        />
        <Button type="submit" w="fit-content" loading={choose.isPending}>
          {text('users.accountLink.submit')}
        </Button>
      </Stack>
    </form>
  );
}
