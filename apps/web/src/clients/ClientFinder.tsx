import { Text, TextInput } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { openFirstHit, walkHits } from '../ui/walk-hits.ts';
import { clientJumpQuery } from './client-queries.ts';
import { birthDateWithAge, nameWithTitle } from './client-words.ts';
import classes from './clients.module.css';

/** Arrows walk through the field and the hits; Enter in the field opens the first hit. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  if (walkHits(event) || event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
  openFirstHit(event.currentTarget);
  event.preventDefault();
}

type HitsProps = {
  words: string;
  /** Where a hit leads. */
  hrefOf: (clientId: string) => string;
  onChosen?: (() => void) | undefined;
};

/** The clients that fit what is typed, with the birth date beside every name. */
export function ClientHits({ words, hrefOf, onChosen }: HitsProps) {
  const { data, isFetched } = useQuery(clientJumpQuery(useDeferredValue(words)));
  if (words.trim() === '') return <ul className={classes['hits']} />;
  return (
    <>
      <ul className={classes['hits']}>
        {data?.items.map((client) => (
          <li key={client.id}>
            <Link to={hrefOf(client.id)} className={classes['hit']} onClick={onChosen}>
              <span>{nameWithTitle(client)}</span>
              <span className="numbers">{birthDateWithAge(client)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {isFetched && data?.items.length === 0 && <Text>{text('clients.search.none')}</Text>}
    </>
  );
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
      <ClientHits words={words} hrefOf={hrefOf} onChosen={onChosen} />
    </div>
  );
}
