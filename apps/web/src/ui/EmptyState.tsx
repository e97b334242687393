import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

type Props = { title: string; /** What will appear here. */ hint: string; /** The first step. */ children?: ReactNode };

export function EmptyState({ title, hint, children }: Props) {
  return (
    <div className={classes['empty']}>
      <h2 className={classes['title']}>{title}</h2>
      <p className={classes['hint']}>{hint}</p>
      {children}
    </div>
  );
}
