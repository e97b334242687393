import { TextInput } from '@mantine/core';
import { plural, text } from '@samenoud/texts';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loading } from '../ui/Loading.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { clientSearchQuery } from './client-queries.ts';
import type { ClientSearch } from './client-types.ts';
import classes from './clients.module.css';
import { ClientTable } from './ClientTable.tsx';
import { ListFilters } from './ListFilters.tsx';
import { type ListView, useListView } from './list-view.ts';

function toSearch(words: string, { profiles, withoutCaseManager, sort }: ListView): ClientSearch {
  return {
    text: words,
    sort,
    filter: {
      ...(profiles.length > 0 && { profile: [...profiles] }),
      ...(withoutCaseManager && { caseManagerId: [null] }),
    },
  };
}

/** Everyone in reach of the person who looks: search as you type, filter, open. */
export function ClientList() {
  const [words, setWords] = useState('');
  const [view, setView] = useListView();
  const search = toSearch(useDeferredValue(words).trim(), view);
  const { data, error, isPending, fetchNextPage, isFetching } = useInfiniteQuery(clientSearchQuery(search));
  const clients = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const total = data?.pages[0]?.total ?? 0;
  const isNarrowed = search.text !== '' || view.profiles.length > 0 || view.withoutCaseManager;

  return (
    <>
      <div className={classes['bar']}>
        <TextInput
          className={classes['search'] ?? ''}
          type="search"
          label={text('clients.search.label')}
          placeholder={text('clients.search.placeholder')}
          leftSection={<IconSearch size={18} aria-hidden />}
          autoComplete="off"
          autoFocus
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <ListFilters view={view} onChange={setView} />
      </div>
      {error !== null && <ProblemSummary error={error} />}
      {isPending && <Loading />}
      {data !== undefined && <p className={`${classes['count']} numbers`}>{plural('clients.search.count', total)}</p>}
      {clients.length > 0 && (
        <ClientTable clients={clients} total={total} onNearEnd={() => !isFetching && void fetchNextPage()} />
      )}
      {data !== undefined && total === 0 && (
        <EmptyState
          title={text(isNarrowed ? 'clients.empty.nothingFound' : 'clients.empty.title')}
          hint={text(isNarrowed ? 'clients.empty.nothingFoundHint' : 'clients.empty.hint')}
        />
      )}
    </>
  );
}
