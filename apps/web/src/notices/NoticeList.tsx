import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../ui/EmptyState.tsx';
import { noticesQuery } from './notice-queries.ts';
import { NoticeLines } from './NoticeLines.tsx';

/** Everything this person was told, page by page. */
export function NoticeList() {
  const { data, hasNextPage, isFetching, fetchNextPage } = useSuspenseInfiniteQuery(noticesQuery);
  const notices = data.pages.flatMap(({ items }) => items);
  if (notices.length === 0) return <EmptyState title={text('notices.none')} hint={text('notices.noneHint')} />;
  return (
    <>
      <NoticeLines notices={notices} />
      {hasNextPage && (
        <Button variant="default" size="sm" mt="sm" loading={isFetching} onClick={() => void fetchNextPage()}>
          {text('notices.older')}
        </Button>
      )}
    </>
  );
}
