import { Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useNavigate, useParams } from 'react-router';
import { ProposeMerge } from '../merges/ProposeMerge.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { mayMerge } from './may-merge.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

/** Two records of the practice, before anybody proposed anything. */
export function ComparePage() {
  const { oneId = '', otherId = '' } = useParams();
  const navigate = useNavigate();
  if (!mayMerge(useSession().user.role)) return <NotFoundPage />;
  return (
    <>
      <title>{`${text('merges.comparison.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('merges.comparison.title')}</Title>
      <ProposeMerge ids={[oneId, otherId]} onDone={(id) => void navigate(`/merges/${id}`)} />
    </>
  );
}
