import { Fragment } from 'react';
import classes from './Keys.module.css';

/** How a key is printed: `Ctrl+K` as two caps. */
export function Keys({ keys }: { keys: string }) {
  const caps = keys === '+' ? ['+'] : keys.split('+');
  return (
    <span className={classes['keys']}>
      {caps.map((cap, index) => (
        <Fragment key={cap}>
          {index > 0 && ' '}
          <kbd className={classes['cap']}>{cap}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
