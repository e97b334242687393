import { Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { Link, useNavigate } from 'react-router';
import classes from '../client-imports/client-imports.module.css';
import { RecentImports } from '../client-imports/RecentImports.tsx';
import { UploadFile } from '../client-imports/UploadFile.tsx';
import { useColleagues } from './use-colleagues.ts';

export function ClientImportPage() {
  const navigate = useNavigate();
  return (
    <div className={classes['start']}>
      <title>{`${text('clientImports.title')} · ${text('common.productName')}`}</title>
      <div>
        <Title order={1}>{text('clientImports.title')}</Title>
        <p>{text('clientImports.intro')}</p>
        <Link to="/clients" className={classes['link'] ?? ''}>
          {text('clientImports.back')}
        </Link>
      </div>
      <UploadFile onTaken={(id) => void navigate(`/clients/import/${id}`)} />
      <RecentImports colleagues={useColleagues()} />
    </div>
  );
}
