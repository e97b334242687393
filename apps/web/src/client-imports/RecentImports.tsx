import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loading } from '../ui/Loading.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { importsQuery } from './import-queries.ts';
import type { ClientImportItem, NamesById } from './import-types.ts';
import classes from './client-imports.module.css';

/** Files of the last time, so that whoever left one under review or at work finds it again. */
export function RecentImports({ colleagues }: { colleagues: NamesById }) {
  const { data, error, isPending } = useQuery(importsQuery);
  if (error !== null) return <ProblemSummary error={error} />;
  if (isPending) return <Loading />;
  if (data.items.length === 0)
    return <EmptyState title={text('clientImports.recent.none')} hint={text('clientImports.recent.noneHint')} />;
  return (
    <section aria-labelledby="recent-title">
      <h2 id="recent-title">{text('clientImports.recent.title')}</h2>
      <ul className={classes['recent']}>
        {data.items.map((item) => (
          <li key={item.id}>
            <Link to={`/clients/import/${item.id}`}>{item.fileName || text('clientImports.upload.file')}</Link>
            <span className={classes['tag']}>{text(`clientImports.status.${item.status}`)}</span>
            <span className={classes['quiet']}>{madeBy(item, colleagues)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const madeBy = ({ madeAt, madeBy: id }: ClientImportItem, colleagues: NamesById): string =>
  text('clientImports.recent.madeBy', {
    day: formatDutchDay(dayOfInstant(madeAt)),
    name: colleagues.get(id)?.displayName ?? '',
  });
