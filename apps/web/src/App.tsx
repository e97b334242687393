import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { RouterProvider } from 'react-router';
import { createAppRouter } from './pages/router.tsx';
import { LiveRegion } from './platform/announcer.tsx';
import { systemColorScheme } from './platform/color-scheme.ts';
import { ErrorBoundary } from './platform/ErrorBoundary.tsx';
import { createQueryClient } from './platform/query-client.ts';
import { SessionGate } from './platform/session/SessionGate.tsx';
import { styleNonce } from './platform/style-nonce.ts';
import { cssVariablesResolver, theme } from './platform/theme.ts';
import { Loading } from './ui/Loading.tsx';

export function App() {
  const [client] = useState(createQueryClient);
  const [router] = useState(createAppRouter);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      colorSchemeManager={systemColorScheme}
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={client}>
        <ErrorBoundary>
          <LiveRegion />
          <Suspense fallback={<Loading />}>
            <SessionGate>
              <RouterProvider router={router} />
            </SessionGate>
          </Suspense>
        </ErrorBoundary>
      </QueryClientProvider>
    </MantineProvider>
  );
}
