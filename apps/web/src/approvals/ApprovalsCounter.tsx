import { plural, text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Counter } from '../ui/Counter.tsx';
import { approvalsQuery } from './approval-queries.ts';

/** On Vandaag: how many acts wait for this person; nothing for who has no part in any. */
export function ApprovalsCounter() {
  const { data } = useQuery(approvalsQuery);
  if (data === undefined || data.total === 0) return null;
  const { toDecide } = data;
  return (
    <Counter
      to="/approvals"
      title={text('approvals.title')}
      count={toDecide}
      label={plural('approvals.counter', toDecide)}
    />
  );
}
