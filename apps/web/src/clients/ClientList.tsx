import { Button, Group, TextInput } from '@mantine/core';
import { plural, text } from '@samenoud/texts';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { Link } from 'react-router';
import { useStore } from '../platform/store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loading } from '../ui/Loading.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { clientSearchQuery } from './client-queries.ts';
import type { Colleagues } from './client-types.ts';
import classes from './clients.module.css';
import { ClientTable } from './ClientTable.tsx';
import { ListFilters } from './ListFilters.tsx';
import { countFilters, NO_FILTERS, toSearch, useListView } from './list-view.ts';
import { searchWords } from './search-words.ts';

type Props = {
  colleagues: Colleagues;
  mayRegister: boolean;
  mayImport: boolean;
  viewer: { id: string; isCaseManager: boolean };
};

/** Everyone in reach of the person who looks: search as you type, filter, open. */
export function ClientList({ colleagues, mayRegister, mayImport, viewer }: Props) {
  const words = useStore(searchWords);
  const [view, setView] = useListView();
  const search = toSearch(useDeferredValue(words).trim(), view, viewer.id);
  const { data, error, isPending, fetchNextPage, isFetching, refetch } = useInfiniteQuery(clientSearchQuery(search));
  const clients = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const total = data?.pages[0]?.total ?? 0;
  const isNarrowed = search.text !== '' || countFilters(view) > 0;
  const firstSteps = (
    <Group>
      {mayImport && (
        <Button component={Link} to="/clients/import">
          {text('clientImports.open')}
        </Button>
      )}
      {mayRegister && (
        <Button component={Link} to="/clients/new" variant={mayImport ? 'default' : 'filled'}>
          {text('clients.register')}
        </Button>
      )}
    </Group>
  );
  const clear = (
    <Button
      variant="default"
      onClick={() => {
        searchWords.set('');
        setView(NO_FILTERS);
      }}
    >
      {text('clients.filter.clear')}
    </Button>
  );

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
          onChange={({ currentTarget }) => searchWords.set(currentTarget.value)}
        />
        <ListFilters view={view} onChange={setView} mayBeMine={viewer.isCaseManager} />
      </div>
      {error !== null && (
        <>
          <ProblemSummary error={error} />
          <Button mt="md" variant="default" loading={isFetching} onClick={() => void refetch()}>
            {text('common.retry')}
          </Button>
        </>
      )}
      {isPending && <Loading />}
      {data !== undefined && total > 0 && <p className={classes['count']}>{plural('clients.search.count', total)}</p>}
      {clients.length > 0 && (
        <ClientTable
          clients={clients}
          total={total}
          colleagues={colleagues}
          onNearEnd={() => !isFetching && void fetchNextPage()}
        />
      )}
      {data !== undefined && total === 0 && (
        <EmptyState
          title={text(isNarrowed ? 'clients.empty.nothingFound' : 'clients.empty.title')}
          hint={text(isNarrowed ? 'clients.empty.nothingFoundHint' : 'clients.empty.hint')}
        >
          {isNarrowed ? clear : firstSteps}
        </EmptyState>
      )}
    </>
  );
}
