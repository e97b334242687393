import { Button, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { EndForm } from './EndForm.tsx';
import { LinkSheet } from './LinkSheet.tsx';
import { ReEnrolForm } from './ReEnrolForm.tsx';
import { UserSessionsSheet } from './UserSessionsSheet.tsx';
import { UserForm } from './UserForm.tsx';
import { askApproval, makeLink, type User, withdrawInvitation } from './user-queries.ts';
import { roleText, stateText } from './user-words.ts';
import { useUsersChange } from './use-users-change.ts';
import classes from './users.module.css';

type Step = 'FACTS' | 'SESSIONS' | 'END' | 'RE_ENROL';
type Props = { user: User; first?: Step; onClose: () => void };

/** One colleague, and what a manager may do for her. */
export function UserDialog({ user, first = 'FACTS', onClose }: Props) {
  const [step, setStep] = useState<Step>(first);
  const link = useUsersChange(() => makeLink(user));
  const { displayName: name } = user;
  if (link.data !== undefined)
    return (
      <Dialog key="link" title={text(`users.link.title.${link.data.purpose}`, { name })} onClose={onClose}>
        <LinkSheet link={link.data} />
      </Dialog>
    );
  if (step === 'END')
    return (
      <Dialog key="end" title={text('users.end.title', { name })} onClose={onClose}>
        <EndForm user={user} onDone={onClose} onCancel={onClose} />
      </Dialog>
    );
  if (step === 'SESSIONS')
    return (
      <Dialog key="sessions" title={text('users.sessions.title', { name })} onClose={onClose}>
        <UserSessionsSheet user={user} />
      </Dialog>
    );
  if (step === 'RE_ENROL')
    return (
      <Dialog key="re-enrol" title={text('users.reEnrol.title', { name })} onClose={onClose}>
        <ReEnrolForm user={user} onCancel={onClose} />
      </Dialog>
    );
  return (
    <Dialog key="facts" title={name} onClose={onClose}>
      <p className={classes['quiet']}>{`${roleText(user)} · ${stateText(user)}`}</p>
      {user.isOneself ? <Text>{text('users.person.own')}</Text> : <UserForm user={user} />}
      {link.isError && <ProblemSummary error={link.error} />}
      <UserActions
        user={user}
        isBusy={link.isPending}
        onLink={() => link.mutate(undefined)}
        onStep={setStep}
        onClose={onClose}
      />
      {link.dialog}
    </Dialog>
  );
}

type ActionProps = {
  user: User;
  isBusy: boolean;
  onLink: () => void;
  onStep: (step: Step) => void;
  onClose: () => void;
};

function UserActions({ user, isBusy, onLink, onStep, onClose }: ActionProps) {
  const isMember = user.state === 'ACTIVE' || user.state === 'PLANNED';
  const isInvited = user.state === 'INVITED';
  return (
    <div className={classes['actions']}>
      {(isInvited || !user.isOneself) && (
        <>
          <Button variant="default" loading={isBusy} onClick={onLink}>
            {text(isInvited ? 'users.person.make.INVITED' : 'users.person.make.other')}
          </Button>
          <p className={classes['quiet']}>
            {text(isInvited ? 'users.person.makeHint.INVITED' : 'users.person.makeHint.other')}
          </p>
        </>
      )}
      {isMember && !user.isOneself && (
        <>
          {user.state === 'ACTIVE' && (
            <>
              <Button variant="default" onClick={() => onStep('SESSIONS')}>
                {text('users.person.sessions')}
              </Button>
              <p className={classes['quiet']}>{text('users.person.sessionsHint')}</p>
            </>
          )}
          <Button variant="default" onClick={() => onStep('RE_ENROL')}>
            {text('users.person.reEnrol')}
          </Button>
          <p className={classes['quiet']}>{text('users.person.reEnrolHint')}</p>
          <Button variant="default" onClick={() => onStep('END')}>
            {text('users.person.end')}
          </Button>
        </>
      )}
      {!isMember && <InvitationActions user={user} onClose={onClose} />}
    </div>
  );
}

function InvitationActions({ user, onClose }: { user: User; onClose: () => void }) {
  const withdraw = useUsersChange(() => withdrawInvitation(user));
  const ask = useUsersChange(() => askApproval(user));
  function say(words: string): void {
    announce(words);
    onClose();
  }
  return (
    <>
      {(withdraw.isError || ask.isError) && <ProblemSummary error={withdraw.error ?? ask.error} />}
      {user.awaitsApproval && (
        <Button
          variant="default"
          loading={ask.isPending}
          onClick={() => ask.mutate(undefined, { onSuccess: () => say(text('users.person.asked')) })}
        >
          {text('users.person.ask')}
        </Button>
      )}
      <Button
        variant="default"
        loading={withdraw.isPending}
        onClick={() =>
          withdraw.mutate(undefined, {
            onSuccess: () => say(text('users.person.withdrawn', { name: user.displayName })),
          })
        }
      >
        {text('users.person.withdraw')}
      </Button>
      {withdraw.dialog}
      {ask.dialog}
    </>
  );
}
