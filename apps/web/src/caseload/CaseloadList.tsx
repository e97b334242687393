import { Button } from '@mantine/core';
import { plural, text } from '@samenoud/texts';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loading } from '../ui/Loading.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { Rows } from '../ui/Rows.tsx';
import classes from './caseload.module.css';
import { caseloadQuery } from './caseload-queries.ts';
import { caseloadSearch, type CaseloadView, countCaseloadFilters } from './caseload-view.ts';
import { DueLine } from './DueLine.tsx';

type Props = {
  view: CaseloadView;
  today: string;
  colleagueOf: (userId: string) => string;
  /** What to do where nobody is in it. */
  firstStep: ReactNode;
  clear: ReactNode;
};

/** Everyone in a caseload, who goes first on top, each with the reasons. */
export function CaseloadList({ view, today, colleagueOf, firstStep, clear }: Props) {
  const found = useInfiniteQuery(caseloadQuery(caseloadSearch(view)));
  const clients = found.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = found.data?.pages[0]?.total ?? 0;
  const isNarrowed = countCaseloadFilters(view) > 0;
  if (found.error !== null) return <ProblemSummary error={found.error} />;
  if (found.data === undefined) return <Loading />;
  if (total === 0)
    return (
      <EmptyState
        title={text(isNarrowed ? 'caseload.nobodyFound' : 'caseload.nobody')}
        hint={text(isNarrowed ? 'caseload.nobodyFoundHint' : 'caseload.nobodyHint')}
      >
        {isNarrowed ? clear : firstStep}
      </EmptyState>
    );
  return (
    <>
      <p className={classes['quiet']} role="status">
        {plural('caseload.count', total)}
      </p>
      <Rows className={classes['lines']}>
        {clients.map((item) => (
          <DueLine key={item.id} item={item} today={today} colleagueOf={colleagueOf} />
        ))}
      </Rows>
      {found.hasNextPage && (
        <Button variant="default" mt="md" loading={found.isFetching} onClick={() => void found.fetchNextPage()}>
          {plural('caseload.more', total - clients.length)}
        </Button>
      )}
    </>
  );
}
