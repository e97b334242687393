import { IconChevronDown } from '@tabler/icons-react';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import classes from './MenuButton.module.css';

type Props = {
  /** What the button says. */
  label: ReactNode;
  /** Whether the page at hand is one of those under it. */
  isCurrent?: boolean;
  /** On which side of the button the panel begins. */
  side?: 'LEFT' | 'RIGHT';
  children: ReactNode;
};

/** A button with links and acts under it. Escape closes it, and so does choosing or going elsewhere. */
export function MenuButton({ label, isCurrent = false, side = 'RIGHT', children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return undefined;
    const closeOutside = ({ target }: PointerEvent): void => {
      if (!(target instanceof Node && menu.current?.contains(target))) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);

  function closeByKey(event: KeyboardEvent): void {
    if (!isOpen || event.key !== 'Escape') return;
    event.preventDefault();
    setOpen(false);
    button.current?.focus();
  }

  function closeWhenLeft({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && menu.current?.contains(relatedTarget) === false) setOpen(false);
  }

  return (
    <div
      ref={menu}
      className={classes['menu']}
      data-side={side}
      onKeyDown={closeByKey}
      onBlur={closeWhenLeft}
      role="presentation"
    >
      <button
        ref={button}
        type="button"
        className={classes['button']}
        data-current={isCurrent}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
        <IconChevronDown size={18} aria-hidden />
      </button>
      <div id={id} className={classes['panel']} hidden={!isOpen} onClick={() => setOpen(false)} role="presentation">
        {children}
      </div>
    </div>
  );
}
