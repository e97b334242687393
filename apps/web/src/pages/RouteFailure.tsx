import { text } from '@samenoud/texts';
import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate, useRouteError } from 'react-router';
import { isProblem } from '../platform/problem.ts';
import { FailurePanel } from '../ui/FailurePanel.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

/** One page that fails leaves the rest of the app standing. */
export function RouteFailure() {
  const error = useRouteError();
  const navigate = useNavigate();
  const client = useQueryClient();
  const successor = isProblem(error, 'MERGED') ? successorOf(error.body) : undefined;
  if (successor !== undefined) return <Navigate to={`/clients/${successor}`} replace />;
  if (isProblem(error) && error.status === 404) return <NotFoundPage />;
  const retry = async (): Promise<void> => {
    await client.resetQueries({ predicate: ({ state }) => state.status === 'error' });
    await navigate(0);
  };
  return <FailurePanel error={error} onRetry={() => void retry()} retryLabel={text('common.failure.reload')} />;
}

/** The record that goes on where this one was merged away. */
function successorOf(body: unknown): string | undefined {
  const isAnswer = typeof body === 'object' && body !== null && 'clientId' in body;
  return isAnswer && typeof body.clientId === 'string' ? body.clientId : undefined;
}
