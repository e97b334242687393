import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { ElsewhereLink } from './ElsewhereLink.tsx';
import { readField } from './form-field.ts';
import { findOrganisation } from './organisation-calls.ts';
import type { Session } from './session-queries.ts';
import { useSessionElsewhere } from './use-session-elsewhere.ts';

type Props = {
  onSignedIn: (session: Session) => void;
  /** What was typed on this page must stay. */ keepsPage: boolean;
};

/** Signing in on the page of one's own organisation: this page goes there, or a second tab does. */
export function OrganisationSignIn({ onSignedIn, keepsPage }: Props) {
  const [isOpen, setOpen] = useState(false);
  const find = useMutation({
    mutationFn: (name: string) => findOrganisation({ name, elsewhere: keepsPage }),
    onSuccess: (href) => {
      if (!keepsPage) globalThis.location.assign(href);
    },
  });
  useSessionElsewhere(keepsPage && find.isSuccess, () => true, onSignedIn);
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    find.mutate(readField(event.currentTarget, 'organisation'));
  }
  if (!isOpen)
    return (
      <Button variant="default" mt="md" fullWidth maw={420} onClick={() => setOpen(true)}>
        {text('session.organisation.open')}
      </Button>
    );
  return (
    <form onSubmit={submit}>
      <Stack maw={420} mt="xl">
        <Title order={2}>{text('session.organisation.title')}</Title>
        <Text>{text(keepsPage ? 'session.organisation.elsewhereHint' : 'session.organisation.hint')}</Text>
        {find.isError && <ProblemSummary error={find.error} />}
        {keepsPage && find.isSuccess ? (
          <ElsewhereLink href={find.data} />
        ) : (
          <>
            <TextInput
              id="organisation"
              name="organisation"
              label={text('session.organisation.name')}
              description={text('session.organisation.nameHint')}
              autoComplete="username"
              autoFocus
              required
            />
            <Group>
              <Button type="submit" loading={find.isPending || (find.isSuccess && !keepsPage)}>
                {text('session.organisation.submit')}
              </Button>
              <Button variant="default" onClick={() => setOpen(false)}>
                {text('session.organisation.back')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </form>
  );
}
