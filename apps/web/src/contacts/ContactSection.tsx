import { Button, Title } from '@mantine/core';
import { CONTACT_LIMITS, dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { WordsDialog } from '../ui/WordsDialog.tsx';
import { type Contact, contactsQuery, correctContact } from './contact-queries.ts';
import { contactHead, contactLines } from './contact-words.ts';
import { ContactForm } from './ContactForm.tsx';
import classes from './contacts.module.css';
import entries from '../ui/Entries.module.css';

type Props = {
  clientId: string;
  today: string;
  mayCorrect: boolean;
  nameOf: (userId: string | null) => string;
};

/** Contact moments, newest first; a correction opens in its place. */
export function ContactSection({ clientId, today, mayCorrect, nameOf }: Props) {
  const cache = useQueryClient();
  const { data } = useQuery(contactsQuery(clientId));
  const [correcting, setCorrecting] = useState<string>();
  const [striking, setStriking] = useState<Contact>();
  async function done(words: string): Promise<void> {
    setCorrecting(undefined);
    setStriking(undefined);
    await cache.invalidateQueries({ queryKey: ['clients', clientId] });
    announce(words);
  }
  async function putBack(contact: Contact): Promise<void> {
    await correctContact(contact, { strikeReason: null });
    await done(text('contacts.isBack'));
  }
  const hidden = data?.hidden?.[0];
  return (
    <section aria-labelledby="contacts-title">
      <Title order={2} mb="sm" id="contacts-title">
        {text('contacts.heading')}
      </Title>
      {data?.items.length === 0 && (
        <EmptyState title={text('contacts.empty.title')} hint={text('contacts.empty.hint')} />
      )}
      <ul className={entries['list']}>
        {data?.items.map((contact) => (
          <li key={contact.id} className={entries['item']}>
            {correcting === contact.id ? (
              <ContactForm
                clientId={clientId}
                today={today}
                contact={contact}
                onKept={() => void done(text('contacts.form.corrected'))}
                onClose={() => setCorrecting(undefined)}
              />
            ) : (
              <ContactItem
                contact={contact}
                nameOf={nameOf}
                {...(mayCorrect && { onCorrect: () => setCorrecting(contact.id) })}
                onStrike={() => setStriking(contact)}
                onPutBack={() => void putBack(contact)}
              />
            )}
          </li>
        ))}
      </ul>
      {hidden !== undefined && <HiddenNote code={hidden.code} what={text('contacts.hidden')} />}
      {striking !== undefined && (
        <WordsDialog
          title={text('contacts.strikeTitle')}
          consequence={text('contacts.strikeConsequence')}
          fields={[
            {
              id: 'strikeReason',
              kind: 'WORDS',
              label: text('contacts.reason'),
              required: text('contacts.reasonRequired'),
              max: CONTACT_LIMITS.reason,
            },
          ]}
          action={text('contacts.strike')}
          send={({ strikeReason = '' }) => correctContact(striking, { strikeReason })}
          onDone={() => void done(text('contacts.isStruck'))}
          onClose={() => setStriking(undefined)}
        />
      )}
    </section>
  );
}

type ItemProps = {
  contact: Contact;
  nameOf: Props['nameOf'];
  onCorrect?: () => void;
  onStrike: () => void;
  onPutBack: () => void;
};

function ContactItem({ contact, nameOf, onCorrect, onStrike, onPutBack }: ItemProps) {
  const { struck } = contact;
  const label = (act: string): string =>
    `${act}: ${text('contacts.of', { what: text(`contacts.type.${contact.type}`), day: formatDutchDay(contact.on) })}`;
  return (
    <>
      <p className={`${entries['head']} ${struck ? classes['struck'] : ''}`}>{contactHead(contact, nameOf)}</p>
      {contact.note !== null && (
        <p className={`${classes['note']} ${struck ? classes['struck'] : ''}`}>{contact.note}</p>
      )}
      {contactLines(contact).map((line) => (
        <p key={line} className={entries['quiet']}>
          {line}
        </p>
      ))}
      {struck && (
        <p>
          {text('contacts.struck', {
            name: nameOf(struck.by),
            day: formatDutchDay(dayOfInstant(struck.at)),
            reason: struck.reason,
          })}
        </p>
      )}
      <div className={entries['acts']}>
        {onCorrect && !struck && (
          <Button size="compact-sm" variant="default" aria-label={label(text('contacts.change'))} onClick={onCorrect}>
            {text('contacts.change')}
          </Button>
        )}
        {contact.mayStrike && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={label(text(struck ? 'contacts.putBack' : 'contacts.strike'))}
            onClick={struck ? onPutBack : onStrike}
          >
            {text(struck ? 'contacts.putBack' : 'contacts.strike')}
          </Button>
        )}
      </div>
    </>
  );
}
