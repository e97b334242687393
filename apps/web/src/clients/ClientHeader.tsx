import { text } from '@samenoud/texts';
import { useEffect } from 'react';
import { announce } from '../platform/announcer.tsx';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { ProfileTag } from '../ui/ProfileTag.tsx';
import type { Client } from './client-types.ts';
import { addressLine, birthDateWithAge, nameWithTitle } from './client-words.ts';
import classes from './clients.module.css';

function Profiles({ client }: { client: Client }) {
  const hidden = client.hidden?.find(({ pointer }) => pointer.startsWith('/profile'));
  if (hidden !== undefined) return <HiddenNote code={hidden.code} what={text('clients.filter.profile')} />;
  const { profile } = client;
  if (!profile?.assigned && !profile?.proposed) return <span>{text('clients.record.noProfile')}</span>;
  return (
    <>
      {profile.assigned && <ProfileTag profile={profile.assigned} kind="ASSIGNED" on={profile.assignedOn} />}
      {profile.proposed && profile.proposed !== profile.assigned && (
        <ProfileTag profile={profile.proposed} kind="PROPOSED" on={profile.proposedOn} />
      )}
    </>
  );
}

/** Who the record is of. It stays in sight, and a change of client is said aloud. */
export function ClientHeader({ client }: { client: Client }) {
  const name = nameWithTitle(client);
  useEffect(() => announce(text('clients.record.opened', { name })), [client.id, name]);
  const address = addressLine(client);
  return (
    <>
      <div className={classes['head']}>
        <h1 className={classes['name']}>{name}</h1>
        <span className="numbers">{birthDateWithAge(client)}</span>
        <Profiles client={client} />
      </div>
      <div className={classes['more']}>
        {address !== undefined && <span>{address}</span>}
        {client.phone !== null && <span className="numbers">{client.phone}</span>}
        {client.status !== 'ACTIVE' && <span>{text(`clients.status.${client.status}`)}</span>}
      </div>
    </>
  );
}
