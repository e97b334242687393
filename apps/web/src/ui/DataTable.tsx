import { useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import classes from './DataTable.module.css';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand right, in figures of one width. */
  isNumber?: boolean;
};

type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** How many there are in all; more than `rows` while the rest is still to be read. */
  total: number;
  rowKey: (row: Row) => string;
  /** Where a row leads; the first column becomes the link. Without it rows are only read, and the table scrolls by key. */
  rowHref?: (row: Row) => string;
  /** Called when the reader comes near the end of what is there. */
  onNearEnd?: () => void;
};

const ROW_HEIGHT_PX = 40;
const DRAW_ALL_UP_TO = 100;
const NEAR_END_ROWS = 20;
/** What scrolls and holds nothing to focus must be reachable itself (WCAG 2.1.1). */
const REACHED_BY_KEY = { tabIndex: 0 } as const;

/** The rows to draw and the room to keep above and below them; short tables are drawn whole. */
function useWindow(count: number, scroller: React.RefObject<HTMLDivElement | null>) {
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 12,
    enabled: count > DRAW_ALL_UP_TO,
  });
  const drawn = virtualizer.getVirtualItems();
  if (count <= DRAW_ALL_UP_TO) return { virtualizer, first: 0, end: count, above: 0, below: 0 };
  const end = (drawn.at(-1)?.index ?? -1) + 1;
  const below = Math.max(0, virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0));
  return { virtualizer, first: drawn[0]?.index ?? 0, end, above: drawn[0]?.start ?? 0, below };
}

const Spacer = ({ height }: { height: number }) => (height > 0 ? <tr aria-hidden="true" style={{ height }} /> : null);

/** A plain table for long lists: 1,500 rows stay fluid, arrows go from row to row, Enter opens one. */
export function DataTable<Row>({ caption, columns, rows, total, rowKey, rowHref, onNearEnd }: Props<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const wantedRow = useRef<number>(undefined);
  const { virtualizer, first, end, above, below } = useWindow(rows.length, scroller);

  useEffect(() => {
    if (end >= rows.length - NEAR_END_ROWS && rows.length < total) onNearEnd?.();
  }, [end, rows.length, total, onNearEnd]);

  function focusWantedRow(): void {
    const preventScroll = rows.length > DRAW_ALL_UP_TO;
    scroller.current?.querySelector<HTMLElement>(`[data-row="${wantedRow.current}"] a`)?.focus({ preventScroll });
  }

  // A row far away is drawn, undrawn and drawn again while the table scrolls there: each time its focus would be lost.
  useEffect(() => {
    if (wantedRow.current !== undefined && document.activeElement === document.body) focusWantedRow();
  });

  function focusRow(index: number): void {
    wantedRow.current = index;
    virtualizer.scrollToIndex(index);
    focusWantedRow();
  }

  /** Whoever goes elsewhere by Tab or mouse is not called back. */
  function forgetWantedRow({ relatedTarget }: FocusEvent): void {
    if (relatedTarget === null) return;
    const row = relatedTarget.closest<HTMLElement>('[data-row]')?.dataset['row'];
    if (row !== String(wantedRow.current)) wantedRow.current = undefined;
  }

  function moveByKey(event: KeyboardEvent): void {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    if (row === null) return;
    const index = Number(row.dataset['row']);
    const targets: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 };
    const target = targets[event.key];
    if (target === undefined || target < 0 || target >= rows.length) return;
    event.preventDefault();
    if (target !== index) focusRow(target);
  }

  const table = (
    <table className={classes['table']} aria-rowcount={total + 1}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map(({ key, header, isNumber = false }) => (
            <th key={key} scope="col" data-number={isNumber || undefined}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Spacer height={above} />
        {rows.slice(first, end).map((row, offset) => (
          <tr key={rowKey(row)} data-row={first + offset} aria-rowindex={first + offset + 2}>
            {columns.map(({ key, cell, isNumber = false }, column) => (
              <td key={key} data-number={isNumber || undefined}>
                {column === 0 && rowHref !== undefined ? <Link to={rowHref(row)}>{cell(row)}</Link> : cell(row)}
              </td>
            ))}
          </tr>
        ))}
        <Spacer height={below} />
      </tbody>
    </table>
  );
  if (rowHref === undefined)
    return (
      <section ref={scroller} className={classes['scroller']} aria-label={caption} {...REACHED_BY_KEY}>
        {table}
      </section>
    );
  return (
    <div
      ref={scroller}
      className={classes['scroller']}
      onKeyDown={moveByKey}
      onBlur={forgetWantedRow}
      role="presentation"
    >
      {table}
    </div>
  );
}
