import { OrganisationSignIn } from './OrganisationSignIn.tsx';
import { PasskeyButton } from './PasskeyButton.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import type { Session } from './session-queries.ts';
import { SignInSteps } from './SignInSteps.tsx';

type Props = {
  onSignedIn: (session: Session) => void;
  /** Goes on elsewhere after both factors, before a practice and role are chosen. */
  onBothFactors?: () => void;
  /** Something was typed behind the lock: this page must not be left. */
  keepsPage?: boolean;
};

/** E-mail and password, then the second factor. Or a passkey, which is both; or, where the page may be left, one's own organisation. */
export const PasswordSignIn = ({ onSignedIn, onBothFactors, keepsPage = false }: Props) => (
  <SignInSteps
    begin={{ at: 'FIRST' }}
    onSignedIn={onSignedIn}
    {...(onBothFactors !== undefined && { onBothFactors })}
    renderFirst={({ refusal, onPassword, onFactor }) => (
      <div>
        <PasswordForm refusal={refusal} onAnswer={onPassword} />
        <PasskeyButton onAnswer={onFactor} />
        {onBothFactors === undefined && <OrganisationSignIn onSignedIn={onSignedIn} keepsPage={keepsPage} />}
      </div>
    )}
  />
);
