import type { ReactNode } from 'react';
import classes from './AccountMenu.module.css';
import { MenuButton } from './MenuButton.tsx';

type Props = { person: { name: string; role: string }; children: ReactNode };

/** Who is signed in, as one button; under it what belongs to that person. */
export function AccountMenu({ person, children }: Props) {
  const label = (
    <span className={classes['person']}>
      <span>{person.name}</span> <span className={classes['role']}>{person.role}</span>
    </span>
  );
  return <MenuButton label={label}>{children}</MenuButton>;
}
