import { text } from '@samenoud/texts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouteError } from 'react-router';
import { isProblem } from '../platform/problem.ts';
import { FailurePanel } from '../ui/FailurePanel.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

/** One page that fails leaves the rest of the app standing. */
export function RouteFailure() {
  const error = useRouteError();
  const navigate = useNavigate();
  const client = useQueryClient();
  if (isProblem(error) && error.status === 404) return <NotFoundPage />;
  const retry = async (): Promise<void> => {
    await client.resetQueries({ predicate: ({ state }) => state.status === 'error' });
    await navigate(0);
  };
  return <FailurePanel error={error} onRetry={() => void retry()} retryLabel={text('common.failure.reload')} />;
}
