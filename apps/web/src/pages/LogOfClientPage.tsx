import { Suspense } from 'react';
import { AccessExplanationPanel } from '../access-explanations/AccessExplanationPanel.tsx';
import { LogByClient } from '../access-logs/LogByClient.tsx';
import { Loading } from '../ui/Loading.tsx';

/** For a client who asks: who looked in her record, and who can. */
export function LogOfClientPage() {
  return (
    <LogByClient
      renderAccess={(clientId) => (
        <Suspense fallback={<Loading />}>
          <AccessExplanationPanel clientId={clientId} />
        </Suspense>
      )}
    />
  );
}
