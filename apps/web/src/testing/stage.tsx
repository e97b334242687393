import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';

/** Puts a part on screen with what every part of the app stands in. */
export function stage(part: ReactNode, at = '/'): void {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
  render(
    <QueryClientProvider client={cache}>
      <MantineProvider env="test">
        <MemoryRouter initialEntries={[at]}>{part}</MemoryRouter>
      </MantineProvider>
    </QueryClientProvider>,
  );
}
