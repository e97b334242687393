import { Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import classes from '../client-imports/client-imports.module.css';
import { importQuery } from '../client-imports/import-queries.ts';
import { ImportReview } from '../client-imports/ImportReview.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { FailurePanel } from '../ui/FailurePanel.tsx';
import { Loading } from '../ui/Loading.tsx';
import { useColleagues } from './use-colleagues.ts';

export function ClientImportReviewPage() {
  const { importId = '' } = useParams();
  const { user } = useSession();
  const colleagues = useColleagues();
  const { data, error, refetch } = useQuery(importQuery(importId));
  if (error !== null && data === undefined) return <FailurePanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <div className={classes['page']}>
      <title>{`${text('clientImports.title')} · ${text('common.productName')}`}</title>
      <div>
        <Title order={1}>{data.fileName || text('clientImports.title')}</Title>
        <Link to="/clients/import" className={classes['link'] ?? ''}>
          {text('clientImports.upload.another')}
        </Link>
      </div>
      <ImportReview shown={data} colleagues={colleagues} viewerId={user.id} />
    </div>
  );
}
