import { plural, text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Counter } from '../ui/Counter.tsx';
import { emergencyCountQuery } from './emergency-queries.ts';

/** On Vandaag of GP and log officer: what waits for a verdict, and what is late; nothing when nothing does. */
export function EmergencyCounter() {
  const { data } = useQuery(emergencyCountQuery);
  if (data === undefined || data.open === 0) return null;
  return (
    <Counter
      to="/logboek/emergency"
      title={text('breakGlass.counterTitle')}
      count={data.open}
      label={plural('breakGlass.counter', data.open)}
      late={data.overdue > 0 ? plural('breakGlass.counterLate', data.overdue) : undefined}
    />
  );
}
