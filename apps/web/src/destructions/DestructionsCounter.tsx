import { plural, text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Counter } from '../ui/Counter.tsx';
import { destructionsQuery } from './destruction-queries.ts';

/** On Vandaag while a request waits; in words when it is too late. */
export function DestructionsCounter() {
  const { data } = useQuery(destructionsQuery);
  const open = data?.items.filter(({ state }) => state === 'RECEIVED') ?? [];
  const late = open.filter(({ overdue }) => overdue).length;
  if (open.length === 0) return null;
  return (
    <Counter
      to="/destructions"
      title={text('destructions.title')}
      count={open.length}
      label={plural('destructions.counter', open.length)}
      late={late > 0 ? plural('destructions.late', late) : undefined}
    />
  );
}
