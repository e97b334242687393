import { Module } from '@nestjs/common';
import { AccountPasskeysController } from './account-passkeys.controller.ts';
import { AccountController } from './account.controller.ts';
import { ActingMembers } from './acting-members.ts';
import { ChangePassword } from './change-password.ts';
import { MembershipChooser } from './membership-chooser.ts';
import { OwnAccount } from './own-account.ts';
import { OwnPasskeys } from './own-passkeys.ts';
import { PasskeyChallenges } from './passkey-challenges.ts';
import { PasskeySignIn } from './passkey-sign-in.ts';
import { PasskeyStepUp } from './passkey-step-up.ts';
import { PasswordHashing } from './password-hashing.ts';
import { PasswordSignIn } from './password-sign-in.ts';
import { RecoveryCodeMaker } from './recovery-codes.ts';
import { RelyingParties } from './relying-party.ts';
import { RespondentStore } from './respondent-store.ts';
import { SecondFactor } from './second-factor.ts';
import { SessionPasskeyController } from './session-passkey.controller.ts';
import { SessionController } from './session.controller.ts';
import { SessionStore } from './session-store.ts';
import { SessionViews } from './session-views.ts';
import { SignInLog } from './sign-in-log.ts';
import { SignIn } from './sign-in.service.ts';
import { SignInThrottle } from './sign-in-throttle.ts';
import { Totp } from './totp.ts';

/** Accounts, their factors and sessions. */
@Module({
  controllers: [SessionController, SessionPasskeyController, AccountController, AccountPasskeysController],
  providers: [
    ActingMembers,
    ChangePassword,
    MembershipChooser,
    OwnAccount,
    OwnPasskeys,
    PasskeyChallenges,
    PasskeySignIn,
    PasskeyStepUp,
    PasswordHashing,
    PasswordSignIn,
    RecoveryCodeMaker,
    RelyingParties,
    RespondentStore,
    SecondFactor,
    SessionStore,
    SessionViews,
    SignIn,
    SignInLog,
    SignInThrottle,
    Totp,
  ],
  exports: [
    ActingMembers,
    MembershipChooser,
    PasswordHashing,
    RespondentStore,
    SessionStore,
    SessionViews,
    SignInLog,
    SignInThrottle,
    Totp,
  ],
})
export class IdentityModule {}
