import { Button, Group } from '@mantine/core';
import { plural, text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { announce } from '../platform/announcer.tsx';
import { Chip, ChipGroup } from '../ui/Chips.tsx';
import { Loading } from '../ui/Loading.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { importRowsQuery } from './import-queries.ts';
import {
  type ClientImport,
  countOf,
  type Decision,
  type ImportStatus,
  type NamesById,
  STATUSES,
} from './import-types.ts';
import { PageOfRows } from './PageOfRows.tsx';
import { useChangeImport } from './use-change-import.ts';
import classes from './client-imports.module.css';

/** What may be decided about all rows of a status at once; the first is what happens by itself. */
const BULK: Readonly<Record<ImportStatus, readonly Decision[]>> = {
  CREATE: ['CREATE', 'SKIP'],
  UPDATE: ['UPDATE', 'SKIP'],
  UNCHANGED: [],
  ERROR: ['SKIP', 'IMPORT_WITHOUT'],
  DUPLICATE: ['SKIP', 'CREATE'],
  MISSING: ['KEEP', 'MOVED', 'DEREGISTERED'],
};

type Props = { shown: ClientImport; colleagues: NamesById };

/** The rows of the file by what would happen to them, with a decision per row or for all. */
export function ReviewRows({ shown, colleagues }: Props) {
  const [params, setParams] = useSearchParams();
  const status = STATUSES.find((known) => known === params.get('status')) ?? firstWithRows(shown);
  return (
    <section aria-labelledby="review-title" className={classes['review']}>
      <h2 id="review-title" tabIndex={-1}>
        {text('clientImports.review.title')}
      </h2>
      <p className={classes['quiet']}>{text('clientImports.review.rules')}</p>
      <ChipGroup name={text('clientImports.review.what')}>
        {STATUSES.map((known) => (
          <Chip
            key={known}
            label={`${text(`clientImports.rowStatus.${known}`)} (${countOf(shown, known)})`}
            isOn={known === status}
            onToggle={() => setParams({ status: known }, { replace: true })}
          />
        ))}
      </ChipGroup>
      <RowsOfStatus key={status} shown={shown} status={status} colleagues={colleagues} />
    </section>
  );
}

const firstWithRows = (shown: ClientImport): ImportStatus =>
  STATUSES.find((status) => countOf(shown, status) > 0) ?? 'UNCHANGED';

function RowsOfStatus({ shown, status, colleagues }: Props & { status: ImportStatus }) {
  /** Where each page before this one began. */
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined]);
  const { data, error, isPending } = useQuery(importRowsQuery(shown.id, shown.version, status, cursors.at(-1)));
  const change = useChangeImport(shown);
  const isOpen = shown.status === 'REVIEW';
  const total = countOf(shown, status);

  function decideAll(decision: Decision): void {
    const done = (): void => announce(plural('clientImports.bulk.done', total));
    change.mutate({ decisions: [{ status, decision }] }, { onSuccess: done });
  }

  if (total === 0) return <p>{text(`clientImports.none.${status}`)}</p>;
  return (
    <>
      <div className={classes['above']}>
        <p>{text(`clientImports.rowStatusHint.${status}`)}</p>
        {isOpen && BULK[status].length > 0 && (
          <div role="group" aria-labelledby="for-all" className={classes['forAll']}>
            <span id="for-all" className={classes['quiet']}>
              {text('clientImports.review.forAll')}
            </span>
            {BULK[status].map((decision) => (
              <Button key={decision} size="sm" variant="default" onClick={() => decideAll(decision)}>
                {text(`clientImports.bulk.${decision}`)}
              </Button>
            ))}
          </div>
        )}
      </div>
      {(change.error ?? error) !== null && <ProblemSummary error={change.error ?? error} />}
      {isPending && <Loading />}
      {data && (
        <PageOfRows
          caption={text(`clientImports.rowStatus.${status}`)}
          rows={data.items}
          withDecisions={isOpen && status !== 'UNCHANGED'}
          colleagues={colleagues}
          onDecide={(decision) => change.mutate({ decisions: [decision] })}
        />
      )}
      <Group>
        {cursors.length > 1 && (
          <Button variant="default" onClick={() => setCursors(cursors.slice(0, -1))}>
            {text('clientImports.review.previous')}
          </Button>
        )}
        {data && data.nextCursor !== null && (
          <Button variant="default" onClick={() => setCursors([...cursors, data.nextCursor ?? undefined])}>
            {text('clientImports.review.next')}
          </Button>
        )}
      </Group>
    </>
  );
}
