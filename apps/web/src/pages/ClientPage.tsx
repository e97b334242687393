import { text } from '@samenoud/texts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from 'react-router';
import { ClientHeader } from '../clients/ClientHeader.tsx';
import { clientQuery, contactPersonsQuery } from '../clients/client-queries.ts';
import { nameWithTitle } from '../clients/client-words.ts';
import classes from '../clients/clients.module.css';
import { BringIn } from '../meetings/BringIn.tsx';
import { LinkTabs } from '../ui/LinkTabs.tsx';
import { useClientId } from './use-client-id.ts';
import { useColleagues } from './use-colleagues.ts';
import { useMay } from './use-may.ts';

/** The record: head and tabs stay, the part below them is a page of its own. */
export function ClientPage() {
  const id = useClientId();
  const may = useMay(id);
  const { data: client } = useSuspenseQuery(clientQuery(id));
  const { data: contacts = [] } = useQuery(contactPersonsQuery(id));
  const tabs = [
    { to: `/clients/${id}`, label: text('clients.record.tabs.overview'), end: true },
    ...(may('RISK_PROFILE', 'READ')
      ? [{ to: `/clients/${id}/profiles`, label: text('clients.record.tabs.profiles') }]
      : []),
    ...(may('CARE_PLAN', 'READ') ? [{ to: `/clients/${id}/care-plan`, label: text('carePlans.tab') }] : []),
    ...(may('CONTACTS', 'READ') ? [{ to: `/clients/${id}/contacts`, label: text('contacts.tab') }] : []),
    ...(may('DIRECTIVES', 'READ') ? [{ to: `/clients/${id}/treatment-plan`, label: text('treatmentPlans.tab') }] : []),
    ...(may('CARE_PLAN', 'READ') ? [{ to: `/clients/${id}/network`, label: text('networks.tab') }] : []),
    ...(may('TEAM', 'READ') ? [{ to: `/clients/${id}/team`, label: text('careTeams.tab') }] : []),
    ...(may('CONSENT', 'READ') ? [{ to: `/clients/${id}/privacy`, label: text('consents.tabs.privacy') }] : []),
    ...(may('ACCESS_LOG_CLIENT', 'READ')
      ? [{ to: `/clients/${id}/access-log`, label: text('clients.record.tabs.log') }]
      : []),
  ];
  return (
    <>
      <title>{`${nameWithTitle(client)} · ${text('common.productName')}`}</title>
      <div className={classes['record']}>
        <ClientHeader client={client} colleagues={useColleagues()} contacts={contacts} />
        <LinkTabs label={text('clients.record.tabs.label')} tabs={tabs} />
        {may('MEETING', 'CREATE') && <BringIn clientId={id} />}
      </div>
      <Outlet />
    </>
  );
}
