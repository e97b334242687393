import { text } from '@samenoud/texts';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './page.module.css';

type Props = { children: ReactNode; name: string; takesFocus?: boolean };

/** The heading of a page. It takes the focus, so that a screen reader starts to read where the new page starts. */
export function PageTitle({ children, name, takesFocus = true }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    globalThis.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [takesFocus, name]);
  return (
    <>
      <title>{`${name} · ${text('publicQuestionnaire.title')}`}</title>
      <h1 ref={heading} tabIndex={-1} className={classes['title']}>
        {children}
      </h1>
    </>
  );
}
