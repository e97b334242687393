import { Button, NativeSelect } from '@mantine/core';
import { IMPORT_FIELDS, type ImportField } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import type { ClientImport, ImportColumn } from './import-types.ts';
import { useChangeImport } from './use-change-import.ts';
import classes from './client-imports.module.css';

type Chosen = Readonly<Record<number, ImportField | null>>;

const OPTIONS = [
  { value: '', label: text('clientImports.columns.ignore') },
  ...IMPORT_FIELDS.map((field) => ({ value: field, label: text(`clientImports.field.${field}`) })),
];

/** What each column holds, with a few cells to see whether that is right. A field that is chosen twice moves. */
export function ImportColumns({ shown }: { shown: ClientImport }) {
  const [chosen, setChosen] = useState<Chosen>({});
  const change = useChangeImport(shown);
  const fieldOf = ({ index, field }: ImportColumn): ImportField | null =>
    index in chosen ? (chosen[index] ?? null) : field;
  const changed = shown.columns.filter((column) => fieldOf(column) !== column.field);

  function choose(column: ImportColumn, value: string): void {
    const field = IMPORT_FIELDS.find((known) => known === value) ?? null;
    const before = shown.columns.find(
      (other) => field !== null && other.index !== column.index && fieldOf(other) === field,
    );
    setChosen({ ...chosen, ...(before && { [before.index]: null }), [column.index]: field });
  }

  function apply(): void {
    const mapping = changed.map((column) => ({ index: column.index, field: fieldOf(column) }));
    const done = (): void => {
      setChosen({});
      announce(text('clientImports.columns.applied'));
      document.getElementById('review-title')?.focus();
    };
    change.mutate({ mapping }, { onSuccess: done });
  }

  return (
    <details className={classes['columns']} open={shown.missingFields.length > 0 || undefined}>
      <summary>{text('clientImports.columns.show')}</summary>
      <p className={classes['quiet']}>
        {foundWords(shown)} {text('clientImports.columns.hint')}
      </p>
      {change.isError && <ProblemSummary error={change.error} />}
      <ul className={classes['columnList']}>
        {shown.columns.map((column) => (
          <li key={column.index}>
            <strong>{headerOf(column)}</strong>
            <span className={classes['quiet']}>{column.examples.join(' · ')}</span>
            <NativeSelect
              aria-label={text('clientImports.columns.fieldOf', { header: headerOf(column) })}
              data={OPTIONS}
              value={fieldOf(column) ?? ''}
              onChange={({ currentTarget }) => choose(column, currentTarget.value)}
            />
          </li>
        ))}
      </ul>
      <Button variant="default" disabled={changed.length === 0} loading={change.isPending} onClick={apply}>
        {text('clientImports.columns.apply')}
      </Button>
    </details>
  );
}

const headerOf = ({ header, index }: ImportColumn): string =>
  header || text('clientImports.columns.unnamed', { n: index + 1 });

const SIGNS: Readonly<Record<string, 'semicolon' | 'comma' | 'tab' | 'pipe'>> = {
  ';': 'semicolon',
  ',': 'comma',
  '\t': 'tab',
  '|': 'pipe',
};

function foundWords({ encoding, delimiter }: ClientImport): string {
  if (encoding === null || delimiter === null) return text('clientImports.columns.foundExcel');
  const sign = SIGNS[delimiter];
  const words = sign
    ? text(`clientImports.columns.delimiter.${sign}`)
    : text('clientImports.columns.delimiter.other', { sign: delimiter });
  return text('clientImports.columns.found', { encoding, delimiter: words });
}
