import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { RouterProvider } from 'react-router';
import { createAppRouter } from './pages/router.tsx';
import { LiveRegion } from './platform/announcer.tsx';
import { systemColorScheme } from './platform/color-scheme.ts';
import { ErrorBoundary } from './platform/ErrorBoundary.tsx';
import { createQueryClient } from './platform/query-client.ts';
import { RETURN_PATH } from './platform/session/organisation-calls.ts';
import { SessionGate } from './platform/session/SessionGate.tsx';
import { styleNonce } from './platform/style-nonce.ts';
import { cssVariablesResolver, theme } from './platform/theme.ts';
import { Loading } from './ui/Loading.tsx';

const SET_UP_PATH = '/instellen';
const LINK_PATH = '/uitnodiging';
const OrganisationReturnPage = lazy(async () => ({
  default: (await import('./pages/OrganisationReturnPage.tsx')).OrganisationReturnPage,
}));
const SetUpPage = lazy(async () => ({ default: (await import('./pages/SetUpPage.tsx')).SetUpPage }));
const AccountLinkPage = lazy(async () => ({ default: (await import('./pages/AccountLinkPage.tsx')).AccountLinkPage }));

/**
 * Made once for the page, not in a component: React may draw what it has not shown yet any number of times, and each time
 * would ask the server for the session anew.
 */
const queryClient = createQueryClient();
const { pathname } = globalThis.location;
const router = [SET_UP_PATH, LINK_PATH, RETURN_PATH].includes(pathname) ? undefined : createAppRouter();

/** Setting up, one-time links and the way back from an organisation come before anybody is signed in: beside the session gate. */
function Pages() {
  if (pathname === RETURN_PATH) return <OrganisationReturnPage />;
  if (router === undefined) return pathname === SET_UP_PATH ? <SetUpPage /> : <AccountLinkPage />;
  return (
    <SessionGate>
      <RouterProvider router={router} />
    </SessionGate>
  );
}

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      colorSchemeManager={systemColorScheme}
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <ErrorBoundary>
          <LiveRegion />
          <Suspense fallback={<Loading />}>
            <Pages />
          </Suspense>
        </ErrorBoundary>
      </QueryClientProvider>
    </MantineProvider>
  );
}
