import { Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { CandidateList } from '../merges/CandidateList.tsx';
import { MergeHistory } from '../merges/MergeHistory.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { mayMerge } from './may-merge.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

export function MergesPage() {
  if (!mayMerge(useSession().user.role)) return <NotFoundPage />;
  return (
    <>
      <title>{`${text('merges.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('merges.title')}</Title>
      <Text c="dimmed" mb="md" maw={720}>
        {text('merges.intro')}
      </Text>
      <CandidateList />
      <MergeHistory />
    </>
  );
}
