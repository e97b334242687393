import { Text, TextInput } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { clientJumpQuery } from './client-queries.ts';
import { birthDateWithAge, nameWithTitle } from './client-words.ts';
import classes from './clients.module.css';

/** Arrows walk through the field and the hits; Enter in the field opens the first hit. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, a')];
  const here = stops.indexOf(document.activeElement as HTMLElement);
  if (event.key === 'ArrowDown') stops[here + 1]?.focus();
  else if (event.key === 'ArrowUp') stops[Math.max(here - 1, 0)]?.focus();
  else if (event.key === 'Enter' && here === 0) stops[1]?.click();
  else return;
  event.preventDefault();
}

type Props = {
  label: string;
  /** Where a hit leads. */
  hrefOf: (clientId: string) => string;
  onChosen?: () => void;
};

/** One field that finds a client, with the birth date beside every name. It takes the focus. */
export function ClientFinder({ label, hrefOf, onChosen }: Props) {
  const [words, setWords] = useState('');
  const { data, isFetched } = useQuery(clientJumpQuery(useDeferredValue(words)));
  return (
    <div onKeyDown={walk} role="presentation">
      <TextInput
        label={label}
        description={text('clients.search.hint')}
        autoComplete="off"
        autoFocus
        data-autofocus
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <ul className={classes['hits']}>
        {words.trim() !== '' &&
          data?.items.map((client) => (
            <li key={client.id}>
              <Link to={hrefOf(client.id)} className={classes['hit']} onClick={onChosen}>
                <span>{nameWithTitle(client)}</span>
                <span className="numbers">{birthDateWithAge(client)}</span>
              </Link>
            </li>
          ))}
      </ul>
      {words.trim() !== '' && isFetched && data?.items.length === 0 && <Text>{text('clients.search.none')}</Text>}
    </div>
  );
}
