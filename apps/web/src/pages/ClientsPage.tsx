import { Button, Group, Title } from '@mantine/core';
import { mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { IconFileImport, IconUserPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { ClientList } from '../clients/ClientList.tsx';
import classes from '../clients/clients.module.css';
import { useSession } from '../platform/session/session-queries.ts';
import { isCaseManager } from '../today/today-work.ts';
import { mayMerge } from './may-merge.ts';
import { useColleagues } from './use-colleagues.ts';

export function ClientsPage() {
  const { id, role } = useSession().user;
  const mayRegister = mayEver(role, 'IDENTITY', 'CREATE');
  const mayImport = mayEver(role, 'CLIENT_IMPORT', 'CREATE');
  return (
    <>
      <title>{`${text('clients.title')} · ${text('common.productName')}`}</title>
      <div className={classes['titleRow']}>
        <Title order={1}>{text('clients.title')}</Title>
        <Group>
          {mayMerge(role) && (
            <Button component={Link} to="/merges" variant="default">
              {text('merges.title')}
            </Button>
          )}
          {mayEver(role, 'BULK_EXPORT', 'EXPORT') && (
            <Button component={Link} to="/bulk-exports" variant="default">
              {text('bulkExports.open')}
            </Button>
          )}
          {mayImport && (
            <Button
              component={Link}
              to="/clients/import"
              variant="default"
              leftSection={<IconFileImport size={18} aria-hidden />}
            >
              {text('clientImports.open')}
            </Button>
          )}
          {mayRegister && (
            <Button
              component={Link}
              to="/clients/new"
              variant="default"
              leftSection={<IconUserPlus size={18} aria-hidden />}
            >
              {text('clients.register')}
            </Button>
          )}
        </Group>
      </div>
      <ClientList
        colleagues={useColleagues()}
        mayRegister={mayRegister}
        mayImport={mayImport}
        viewer={{ id, isCaseManager: isCaseManager(role) }}
      />
    </>
  );
}
