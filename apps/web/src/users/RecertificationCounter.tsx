import { plural, text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Counter } from '../ui/Counter.tsx';
import { recertificationQuery } from './user-queries.ts';

/** On Vandaag of who keeps or checks the list of people: how many are overdue; nothing when nobody is. */
export function RecertificationCounter() {
  const { data } = useQuery(recertificationQuery);
  if (data === undefined || data.total === 0) return null;
  return (
    <Counter
      to="/users/recertification"
      title={text('users.recertification.counterTitle')}
      count={data.total}
      label={plural('users.recertification.counter', data.total)}
    />
  );
}
