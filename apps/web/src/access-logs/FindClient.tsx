import { Button, TextInput } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { DateField } from '../ui/DateField.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import type { findLoggedClient } from './access-log-queries.ts';
import type { LoggedClient } from './access-log-types.ts';
import classes from './access-logs.module.css';

type Props = {
  find: typeof findLoggedClient;
  label: (client: LoggedClient) => string;
  onFound: (client: LoggedClient) => void;
};

/** Exact name and birth date; what is found is a name and a birth date, and no more. */
export function FindClient({ find, label, onFound }: Props) {
  const [family, setFamily] = useState('');
  const [birthDate, setBirthDate] = useState<string>();
  const { mutate, data, error, isPending } = useMutation({ mutationFn: find });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (birthDate !== undefined) mutate({ family, birthDate });
  }

  return (
    <>
      <p>{text('accessLog.client.hint')}</p>
      {error !== null && <ProblemSummary error={error} />}
      <form onSubmit={submit} className={classes['choice']}>
        <TextInput
          id="family"
          label={text('accessLog.client.family')}
          autoComplete="off"
          required
          value={family}
          onChange={({ currentTarget }) => setFamily(currentTarget.value)}
        />
        <DateField
          id="birthDate"
          label={text('accessLog.client.birthDate')}
          required
          value={birthDate}
          onChange={setBirthDate}
        />
        <Button type="submit" loading={isPending}>
          {text('accessLog.client.submit')}
        </Button>
      </form>
      {data !== undefined && data.total > 0 && (
        <ul className={classes['found']} aria-label={text('accessLog.client.choose')}>
          {data.items.map((client) => (
            <li key={client.id}>
              <Button variant="default" onClick={() => onFound(client)}>
                {label(client)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {data?.total === 0 && (
        <EmptyState title={text('accessLog.client.none')} hint={text('accessLog.client.noneHint')} />
      )}
    </>
  );
}
