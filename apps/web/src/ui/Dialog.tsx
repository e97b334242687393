import { Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { type ReactNode, useCallback, useId, useLayoutEffect, useState } from 'react';
import { wholeDates } from './whole-dates.tsx';
import classes from './Dialog.module.css';

type Props = {
  title: string;
  /** What is typed is saved as it is typed: there is nothing to lose by closing. */
  savesItself?: boolean;
  onClose: () => void;
  children: ReactNode;
};

/**
 * The browser's own modal dialog: it keeps the focus, closes with Escape and gives the focus back. Mounted is open.
 * The element marked `data-autofocus` gets the focus first. What was typed is not lost by one press of Escape: it takes a second.
 */
export function Dialog({ title, savesItself = false, onClose, children }: Props) {
  const [opened, setOpened] = useState<HTMLDialogElement>();
  const [words, setWords] = useState<'NONE' | 'TYPED' | 'WARNED'>('NONE');
  const titleId = useId();
  // Closed before it leaves the page: only then the browser gives the focus back.
  const open = useCallback(
    (node: HTMLDialogElement) => {
      node.showModal();
      setOpened(node);
      const stopKeeping = savesItself ? undefined : keepTyped(node, () => setWords('TYPED'));
      return () => {
        stopKeeping?.();
        node.close();
      };
    },
    [savesItself],
  );
  // What is in it is made once it is open: a field that grows with its words measures itself, and in a closed dialog nothing has a size.
  useLayoutEffect(() => opened?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [opened]);
  return (
    <dialog
      ref={open}
      aria-labelledby={titleId}
      className={classes['dialog']}
      onCancel={(event) => {
        event.preventDefault();
        if (words === 'TYPED') setWords('WARNED');
        else onClose();
      }}
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) onClose(); // a browser may close it by itself at a second Escape
      }}
    >
      <div className={classes['head']}>
        <h2 id={titleId} className={classes['title']}>
          {wholeDates(title)}
        </h2>
        <button type="button" className={classes['close']} onClick={onClose}>
          {text('common.close')}
        </button>
      </div>
      {words === 'WARNED' && <Text role="alert">{text('common.leave.escapeAgain')}</Text>}
      {opened !== undefined && children}
    </dialog>
  );
}

/** The browser asks before it is reloaded or closed once something was typed in it. Returns how to stop. */
function keepTyped(node: HTMLDialogElement, onTyped: () => void): () => void {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  node.addEventListener('input', () => {
    window.addEventListener('beforeunload', ask);
    onTyped();
  });
  return () => window.removeEventListener('beforeunload', ask);
}
