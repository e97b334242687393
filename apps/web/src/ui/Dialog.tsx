import { text } from '@samenoud/texts';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import classes from './Dialog.module.css';

type Props = { title: string; onClose: () => void; children: ReactNode };

/**
 * The browser's own modal dialog: it keeps the focus, closes with Escape and gives the focus back. Mounted is open.
 * The element marked `data-autofocus` gets the focus first.
 */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Closed before it leaves the page: only then the browser gives the focus back.
  useLayoutEffect(() => {
    const node = dialog.current;
    node?.showModal();
    node?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
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
      <div className={classes['head']}>
        <h2 id={titleId} className={classes['title']}>
          {title}
        </h2>
        <button type="button" className={classes['close']} onClick={onClose}>
          {text('common.close')}
        </button>
      </div>
      {children}
    </dialog>
  );
}
