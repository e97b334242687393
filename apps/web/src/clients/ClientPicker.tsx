import { TextInput } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { clientJumpQuery } from './client-queries.ts';
import type { ClientListItem } from './client-types.ts';
import { birthDateWithAge, nameWithTitle } from './client-words.ts';
import classes from './clients.module.css';

type Props = { label: string; hint: string; exceptId: string; onPick: (client: ClientListItem) => void };

/** Finds another client by name, birth date or HIS number; the birth date stands beside every name. */
export function ClientPicker({ label, hint, exceptId, onPick }: Props) {
  const [words, setWords] = useState('');
  const { data, isFetched } = useQuery(clientJumpQuery(useDeferredValue(words)));
  const hits = words.trim() === '' ? [] : (data?.items.filter(({ id }) => id !== exceptId) ?? []);
  return (
    <div>
      <TextInput
        label={label}
        description={hint}
        placeholder={text('clients.search.placeholder')}
        autoComplete="off"
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <ul className={classes['hits']}>
        {hits.map((client) => (
          <li key={client.id}>
            <button type="button" className={classes['hit']} onClick={() => onPick(client)}>
              <span>{nameWithTitle(client)}</span>
              <span className="numbers">{birthDateWithAge(client)}</span>
            </button>
          </li>
        ))}
      </ul>
      {words.trim() !== '' && isFetched && hits.length === 0 && <p>{text('clients.search.none')}</p>}
    </div>
  );
}
