import { text } from '@samenoud/texts';
import { useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { InviteForm } from './InviteForm.tsx';
import { LinkSheet } from './LinkSheet.tsx';
import type { Organisation, User, UserLink } from './user-queries.ts';

type Props = { organisations: readonly Organisation[]; onClose: () => void };

/** Asks a colleague in, and then gives the link for her. */
export function InviteDialog({ organisations, onClose }: Props) {
  const [invited, setInvited] = useState<{ user: User; link: UserLink }>();
  if (invited !== undefined)
    return (
      <Dialog
        key="link"
        title={text('users.link.title.INVITATION', { name: invited.user.displayName })}
        onClose={onClose}
      >
        <LinkSheet link={invited.link} />
      </Dialog>
    );
  return (
    <Dialog key="form" title={text('users.invite')} onClose={onClose}>
      <InviteForm
        organisations={organisations}
        onCancel={onClose}
        onInvited={(user, link) => setInvited({ user, link })}
      />
    </Dialog>
  );
}
