import { Button, Title } from '@mantine/core';
import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { findText, plural, text } from '@samenoud/texts';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { Rows } from '../ui/Rows.tsx';
import { type BulkExport, BULK_EXPORTS_KEY, bulkExportsQuery, startBulkExport } from './bulk-export-queries.ts';
import classes from './bulk-exports.module.css';

const TIME = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Amsterdam' });
const dutch = (instant: string): string => formatDutchDay(dayOfInstant(instant));

function stateWords({ state, askedAt, startedAt, decidedBy, startUntil }: BulkExport): string {
  return text(`bulkExports.state.${state}`, {
    day: dutch(startedAt ?? askedAt),
    name: decidedBy ?? '',
    until: startUntil === null ? '' : TIME.format(new Date(startUntil)),
  });
}

type LineProps = { item: BulkExport; onStart: (id: string) => void; isStarting: boolean; file: ReactNode };

function Line({ item, onStart, isStarting, file }: LineProps) {
  const { id, purpose, columns, clientCount, state } = item;
  const named = columns.map((column) => findText(`bulkExports.column.${column}`) ?? column).join(', ');
  return (
    <li>
      <div>
        <div>{purpose}</div>
        <div className={classes['quiet']}>
          {plural('bulkExports.count', clientCount)}: {named}
        </div>
        <div className={classes['quiet']}>{stateWords(item)}</div>
        {file}
      </div>
      {state === 'APPROVED' && (
        <Button
          variant="default"
          aria-label={text('bulkExports.startOf', { purpose })}
          disabled={isStarting}
          onClick={() => onStart(id)}
        >
          {text('bulkExports.start')}
        </Button>
      )}
    </li>
  );
}

/** What was asked, whether there is approval, and the file; `fileOf` shows how far a job is. */
export function ExportList({ fileOf }: { fileOf: (jobId: string) => ReactNode }) {
  const cache = useQueryClient();
  const { guard, dialog } = useStepUp();
  const { data } = useSuspenseQuery(bulkExportsQuery);
  const start = useMutation({
    mutationFn: (id: string) => guard(() => startBulkExport(id)),
    onSettled: () => cache.invalidateQueries({ queryKey: BULK_EXPORTS_KEY }),
  });
  if (data.items.length === 0)
    return <EmptyState title={text('bulkExports.none')} hint={text('bulkExports.noneHint')} />;
  return (
    <section>
      {dialog}
      <Title order={2}>{text('bulkExports.list')}</Title>
      {start.error !== null && <ProblemSummary error={start.error} />}
      <Rows className={classes['lines']} parted>
        {data.items.map((item) => (
          <Line
            key={item.id}
            item={item}
            isStarting={start.isPending}
            onStart={(id) => start.mutate(id)}
            file={item.jobId === null ? null : fileOf(item.jobId)}
          />
        ))}
      </Rows>
    </section>
  );
}
