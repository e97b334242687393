import { useSuspenseQuery } from '@tanstack/react-query';
import { DemoSignIn } from './DemoSignIn.tsx';
import { PasswordSignIn } from './PasswordSignIn.tsx';
import { type DemoChoice, healthQuery, type Session } from './session-queries.ts';
import classes from './SignIn.module.css';

type Props = {
  onSignedIn: (session: Session, demoChoice?: DemoChoice) => void;
  /** Something was typed behind the lock: this page must not be left. */
  keepsPage?: boolean;
};

/** Every way to sign in that this installation has. */
export function SignInPanel({ onSignedIn, keepsPage = false }: Props) {
  const { data: health } = useSuspenseQuery(healthQuery);
  return (
    <div className={classes['panel']}>
      {health.demo && <DemoSignIn onSignedIn={onSignedIn} />}
      <PasswordSignIn onSignedIn={onSignedIn} keepsPage={keepsPage} />
    </div>
  );
}
