import { text } from '@samenoud/texts';
import { useParams } from 'react-router';
import { MergeDetail } from '../merges/MergeDetail.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { mayMerge } from './may-merge.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

export function MergePage() {
  const { mergeId = '' } = useParams();
  if (!mayMerge(useSession().user.role)) return <NotFoundPage />;
  return (
    <>
      <title>{`${text('merges.title')} · ${text('common.productName')}`}</title>
      <MergeDetail id={mergeId} />
    </>
  );
}
