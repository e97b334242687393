import { useLayoutEffect, useRef } from 'react';
import classes from './page.module.css';

/** What went wrong and what to do. It takes the focus, wherever on a long page the button was. */
export function Failure({ sentence }: { sentence: string }) {
  const words = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => words.current?.focus(), [sentence]);
  return (
    <p ref={words} tabIndex={-1} className={classes['error']}>
      {sentence}
    </p>
  );
}
