import { Button, NativeSelect } from '@mantine/core';
import { IMPORT_FIELDS, type ImportField } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import type { ClientImport, ImportColumn } from './import-types.ts';
import { useChangeImport } from './use-change-import.ts';
import classes from './client-imports.module.css';

/** What somebody chose, by column; the last choice last. */
type Chosen = ReadonlyMap<number, ImportField | null>;

const OPTIONS = [
  { value: '', label: text('clientImports.columns.ignore') },
  ...IMPORT_FIELDS.map((field) => ({ value: field, label: text(`clientImports.field.${field}`) })),
];

/**
 * What a column holds as things stand. A field chosen for one column leaves the other; it is there again when one only
 * passed by, as the arrow keys and the first letters of a word do.
 */
function fieldNow({ index, field }: ImportColumn, chosen: Chosen): ImportField | null {
  const own = chosen.has(index) ? (chosen.get(index) ?? null) : field;
  const holder = [...chosen].findLast(([, other]) => own !== null && other === own)?.[0];
  return holder === undefined || holder === index ? own : null;
}

/** What each column holds, with a few cells to see whether that is right. A field that is chosen twice moves. */
export function ImportColumns({ shown }: { shown: ClientImport }) {
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const change = useChangeImport(shown);
  const fieldOf = (column: ImportColumn): ImportField | null => fieldNow(column, chosen);
  const changed = shown.columns.filter((column) => fieldOf(column) !== column.field);

  function choose({ index }: ImportColumn, value: string): void {
    const others = [...chosen].filter(([other]) => other !== index);
    setChosen(new Map([...others, [index, IMPORT_FIELDS.find((known) => known === value) ?? null]]));
  }

  function apply(): void {
    const mapping = changed.map((column) => ({ index: column.index, field: fieldOf(column) }));
    const done = (): void => {
      setChosen(new Map());
      announce(text('clientImports.columns.applied'));
      document.getElementById('review-title')?.focus();
    };
    change.mutate({ mapping }, { onSuccess: done });
  }

  const unused = shown.columns.filter(({ field }) => field === null).map(headerOf);
  return (
    <section className={classes['columnsPart']} aria-label={text('clientImports.columns.show')}>
      {unused.length > 0 && <p>{text('clientImports.columns.unused', { columns: unused.join(', ') })}</p>}
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
    </section>
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
