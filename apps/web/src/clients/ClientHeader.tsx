import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { IconEyeOff, IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router';
import { announce } from '../platform/announcer.tsx';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { ProfileTag } from '../ui/ProfileTag.tsx';
import type { Client, Colleague, Colleagues, ContactPerson } from './client-types.ts';
import { addressLine, birthDateWithAge, nameWithTitle } from './client-words.ts';
import classes from './clients.module.css';
import { urgentMarkWords } from './mark-words.ts';
import { PhoneLink } from './PhoneLink.tsx';

type Props = { client: Client; colleagues: Colleagues; contacts: readonly ContactPerson[] };

function Profiles({ client, colleagues }: Pick<Props, 'client' | 'colleagues'>) {
  const hidden = client.hidden?.find(({ pointer }) => pointer.startsWith('/profile'));
  const note = hidden && <HiddenNote code={hidden.code} what={text('clients.filter.profile')} />;
  const { profile } = client;
  if (!profile?.assigned && !profile?.proposed) return note ?? <span>{text('clients.record.noProfile')}</span>;
  const assigner = colleagues.get(profile.assignedBy ?? '')?.displayName;
  return (
    <>
      {profile.assigned && (
        <span>
          <ProfileTag profile={profile.assigned} kind="ASSIGNED" on={profile.assignedOn} />{' '}
          {assigner !== undefined && (
            <span className={classes['quiet']}>{text('clients.record.profileBy', { name: assigner })}</span>
          )}
        </span>
      )}
      {profile.proposed && profile.proposed !== profile.assigned && (
        <ProfileTag profile={profile.proposed} kind="PROPOSED" on={profile.proposedOn} />
      )}
      {note}
    </>
  );
}

type PersonProps = { label: string; person: Pick<Colleague, 'displayName' | 'phone'> | undefined; nobody: string };

function Person({ label, person, nobody }: PersonProps) {
  return (
    <span>
      <span className={classes['quiet']}>{label}</span> {person?.displayName ?? nobody}{' '}
      {person?.phone && <PhoneLink phone={person.phone} who={person.displayName} />}
    </span>
  );
}

function contactLabel({ isFirstContact, representativeKind }: ContactPerson): string {
  const kind = representativeKind === null ? undefined : text(`clients.contacts.kind.${representativeKind}`);
  const first = isFirstContact ? text('clients.record.firstContact') : undefined;
  const label = [first, kind].filter((part) => part !== undefined).join(', ');
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** First contact person and representative: with a phone, within reach. */
function Contacts({ contacts }: Pick<Props, 'contacts'>): ReactNode {
  const near = contacts.filter(
    ({ isFirstContact, representativeKind }) => isFirstContact || representativeKind !== null,
  );
  return near.map((contact) => (
    <Person
      key={contact.id}
      label={contactLabel(contact)}
      person={{ displayName: contact.name, phone: contact.phone ?? contact.secondPhone }}
      nobody=""
    />
  ));
}

function statusWords({ status, statusOn }: Client): string {
  const word = text(`clients.status.${status}`);
  return statusOn === null ? word : text('clients.record.statusSince', { status: word, day: formatDutchDay(statusOn) });
}

/** „toestemming 4 van 6”, and the way to what that means and to who can see this record. */
function ConsentLine({ client: { id, consent } }: { client: Client }) {
  if (consent === undefined || consent.total === 0) return null;
  const { given, total, asked } = consent;
  return (
    <span>
      <Link to={`/clients/${id}/privacy`} title={text('consents.head.explain', { given, total })}>
        {text(asked ? 'consents.head.state' : 'consents.head.notAsked', { given, total })}
      </Link>
      {' · '}
      <Link to={`/clients/${id}/privacy/access`}>{text('accessExplanations.open')}</Link>
    </span>
  );
}

/** Who the record is of. It stays in sight, and a change of client is said aloud. */
export function ClientHeader({ client, colleagues, contacts }: Props) {
  const name = nameWithTitle(client);
  useEffect(() => announce(text('clients.record.opened', { name })), [client.id, name]);
  const address = addressLine(client);
  const marks = urgentMarkWords(client.marks);
  return (
    <>
      <div className={classes['head']}>
        <h1 className={classes['name']}>{name}</h1>
        <span>{birthDateWithAge(client)}</span>
        {client.status !== 'ACTIVE' && <strong>{statusWords(client)}</strong>}
        <Profiles client={client} colleagues={colleagues} />
      </div>
      <div className={classes['more']}>
        {address !== undefined && <span>{address}</span>}
        {client.phone !== null && <PhoneLink phone={client.phone} who={name} />}
        <Person
          label={text('clients.record.caseManager')}
          person={colleagues.get(client.caseManagerId ?? '')}
          nobody={text('clients.record.nobodyYet')}
        />
        <Person
          label={text('clients.record.gp')}
          person={colleagues.get(client.gpId ?? '')}
          nobody={text('clients.record.nobodyYet')}
        />
        <Contacts contacts={contacts} />
        <ConsentLine client={client} />
      </div>
      {client.restricted && (
        <p className={classes['marks']}>
          <IconEyeOff size={18} aria-hidden />
          <span>{text('clientRights.restriction.banner')}</span>
        </p>
      )}
      {marks.length > 0 && (
        <p className={classes['marks']}>
          <IconInfoCircle size={18} aria-hidden />
          <span>{marks.join(' · ')}</span>
        </p>
      )}
    </>
  );
}
