import { IconChevronDown } from '@tabler/icons-react';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import classes from './AccountMenu.module.css';

type Props = { person: { name: string; role: string }; children: ReactNode };

/** Who is signed in, as one button; under it what belongs to that person. Escape closes it, and so does going elsewhere. */
export function AccountMenu({ person, children }: Props) {
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
    <div ref={menu} className={classes['menu']} onKeyDown={closeByKey} onBlur={closeWhenLeft} role="presentation">
      <button
        ref={button}
        type="button"
        className={classes['button']}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={classes['person']}>
          <span>{person.name}</span> <span className={classes['role']}>{person.role}</span>
        </span>
        <IconChevronDown size={18} aria-hidden />
      </button>
      <div id={id} className={classes['panel']} hidden={!isOpen} onClick={() => setOpen(false)} role="presentation">
        {children}
      </div>
    </div>
  );
}
