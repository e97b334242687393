import { type ReactNode, useEffect, useId, useRef } from 'react';
import classes from './page.module.css';

type Props = { title: string; onClose: () => void; children: ReactNode };

/** The browser's own modal dialog: it keeps the focus, closes with Escape and gives the focus back. Mounted is open. */
export function PageDialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const node = dialog.current;
    node?.showModal();
    return () => node?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={classes['dialog']}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId} className={classes['title']}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}
