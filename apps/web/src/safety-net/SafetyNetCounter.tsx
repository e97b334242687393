import { plural, text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Counter } from '../ui/Counter.tsx';
import { safetyNetCountQuery } from './safety-net-queries.ts';

/** On Vandaag: how many are out of sight; calm when nobody is. */
export function SafetyNetCounter() {
  const { data: count } = useQuery(safetyNetCountQuery);
  if (count === undefined || count === null) return null;
  return (
    <Counter
      to="/safety-net"
      title={text('safetyNet.title')}
      count={count}
      label={plural('safetyNet.counter', count)}
    />
  );
}
