import { mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { Outlet } from 'react-router';
import { ClientWatch } from '../log-reviews/ClientWatch.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { LinkTabs } from '../ui/LinkTabs.tsx';
import { useClientId } from './use-client-id.ts';

/** Who may see what of a client, and what she can ask of us: each part is a page of its own. */
export function ClientPrivacyPage() {
  const clientId = useClientId();
  const path = `/clients/${clientId}/privacy`;
  const { role } = useSession().user;
  const tabs = [
    { to: path, label: text('consents.tabs.consent'), end: true },
    ...(mayEver(role, 'ACCESS_EXPLANATION', 'READ')
      ? [{ to: `${path}/access`, label: text('accessExplanations.tab') }]
      : []),
    ...(mayEver(role, 'DESTRUCTION', 'CREATE') || mayEver(role, 'DESTRUCTION', 'FINALISE')
      ? [{ to: `${path}/destruction`, label: text('destructions.title') }]
      : []),
    { to: `${path}/rights`, label: text('clientRights.tab') },
  ];
  return (
    <>
      <LinkTabs label={text('consents.tabs.label')} tabs={tabs} />
      <Outlet />
      <ClientWatch clientId={clientId} />
    </>
  );
}
