import { AccessExplanationPanel } from '../access-explanations/AccessExplanationPanel.tsx';
import { useClientId } from './use-client-id.ts';

/** Who can see this client, within the record. */
export function ClientAccessPage() {
  return <AccessExplanationPanel clientId={useClientId()} />;
}
