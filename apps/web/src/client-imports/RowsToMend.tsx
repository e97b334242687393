import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { importRowsQuery } from './import-queries.ts';
import type { ClientImport, NamesById } from './import-types.ts';
import { PageOfRows } from './PageOfRows.tsx';
import classes from './client-imports.module.css';

/** After the commit: the rows at fault, for whoever mends them in the HIS. */
export function RowsToMend({ shown, colleagues }: { shown: ClientImport; colleagues: NamesById }) {
  const { data } = useQuery(importRowsQuery(shown.id, shown.version, 'ERROR', undefined));
  const rows = data?.items.filter(({ name }) => name !== null) ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="mend-title" className={classes['review']}>
      <h2 id="mend-title">{text('clientImports.commit.toMend')}</h2>
      <p className={classes['quiet']}>{text('clientImports.commit.toMendHint')}</p>
      <PageOfRows
        caption={text('clientImports.commit.toMend')}
        rows={rows}
        withDecisions={false}
        colleagues={colleagues}
        onDecide={() => undefined}
      />
    </section>
  );
}
