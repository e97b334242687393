import { Button, TextInput } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { DateField } from '../ui/DateField.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { Rows } from '../ui/Rows.tsx';
import classes from './break-glass.module.css';
import { type EmergencyClient, findEmergencyClient } from './emergency-queries.ts';
import { clientText } from './emergency-words.ts';

/** Exact name and birth date; what is found is a name and a birth date, and no more. */
export function FindEmergencyClient({ onChoose }: { onChoose: (client: EmergencyClient) => void }) {
  const [family, setFamily] = useState('');
  const [birthDate, setBirthDate] = useState<string>();
  const [hasTried, setTried] = useState(false);
  const { mutate, data, error, isPending } = useMutation({ mutationFn: findEmergencyClient });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (family.trim() === '') document.getElementById('family')?.focus();
    else if (birthDate === undefined) document.getElementById('birthDate')?.focus();
    else mutate({ family: family.trim(), birthDate });
  }

  return (
    <section aria-labelledby="find-title" className={classes['section']}>
      <h2 id="find-title">{text('breakGlass.find.title')}</h2>
      <p>{text('breakGlass.find.hint')}</p>
      {error !== null && <ProblemSummary error={error} />}
      <form noValidate onSubmit={submit} className={classes['row']}>
        <TextInput
          id="family"
          label={text('breakGlass.find.family')}
          autoComplete="off"
          aria-required
          value={family}
          error={hasTried && family.trim() === '' ? text('breakGlass.find.familyRequired') : undefined}
          onChange={({ currentTarget }) => setFamily(currentTarget.value)}
        />
        <DateField
          id="birthDate"
          label={text('breakGlass.find.birthDate')}
          aria-required
          value={birthDate}
          onChange={setBirthDate}
          {...(hasTried && birthDate === undefined && { error: text('breakGlass.find.birthDateRequired') })}
        />
        <Button type="submit" loading={isPending}>
          {text('breakGlass.find.submit')}
        </Button>
      </form>
      {data !== undefined && data.total > 0 && (
        <Rows className={classes['lines']} aria-label={text('breakGlass.find.found')}>
          {data.items.map((client) => (
            <li key={client.id} className={classes['line']}>
              <span>{clientText(client)}</span>
              <Button
                variant="default"
                aria-label={text('breakGlass.find.chooseOf', { name: clientText(client) })}
                onClick={() => onChoose(client)}
              >
                {text('breakGlass.find.choose')}
              </Button>
            </li>
          ))}
        </Rows>
      )}
      <div role="status">
        {data?.total === 0 && (
          <EmptyState title={text('breakGlass.find.none')} hint={text('breakGlass.find.noneHint')} />
        )}
      </div>
    </section>
  );
}
