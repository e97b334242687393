import '../public-questionnaires/page.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { LiveRegion } from '../platform/announcer.tsx';
import { createQueryClient } from '../platform/query-client.ts';
import { PublicQuestionnaire } from '../public-questionnaires/PublicQuestionnaire.tsx';

/** Made once for the page: what React draws and does not show must not ask again. */
const queryClient = createQueryClient();

function codeInAddress(): string {
  try {
    return decodeURIComponent(globalThis.location.hash.slice(1));
  } catch {
    return '';
  }
}

/**
 * The page of the letter. It stands outside the app of the staff: no sign-in, no menu, little to load. A code stands behind
 * the #, where no server sees it, and is taken out of the address at once.
 */
export function PublicQuestionnairePage() {
  const [code] = useState(codeInAddress);
  return (
    <QueryClientProvider client={queryClient}>
      <LiveRegion />
      <PublicQuestionnaire code={code} />
    </QueryClientProvider>
  );
}
