import type { ComponentProps } from 'react';
import classes from './Rows.module.css';

type RowsProps = ComponentProps<'ul'> & {
  /** Rows of what there is at the left and what can be done with it at the right. */
  parted?: boolean;
};

/** A list in a frame, a line between its items. */
export function Rows({ parted = false, className, ...list }: RowsProps) {
  const names = [classes['rows'], parted && classes['parted'], className];
  return <ul {...list} className={names.filter(Boolean).join(' ')} />;
}
