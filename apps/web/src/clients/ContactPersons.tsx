import { Button, Text, Title } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { contactPersonsQuery, hiddenContactsQuery, updateContactPerson } from './client-queries.ts';
import type { ContactPerson } from './client-types.ts';
import classes from './ClientForm.module.css';
import { ContactPersonDialog } from './ContactPersonDialog.tsx';
import { PhoneLink } from './PhoneLink.tsx';

/** "dochter · eerste contactpersoon · mentor, document gezien op 12-03-2025" */
function partWords(person: ContactPerson): string {
  const { relation, roleCode, isFirstContact, representativeKind, documentSeenOn, validUntil } = person;
  const role =
    roleCode === null || (isFirstContact && roleCode === '01') ? null : text(`clients.contacts.role.${roleCode}`);
  const kind = representativeKind === null ? null : text(`clients.contacts.kind.${representativeKind}`);
  const parts = [
    relation,
    isFirstContact ? text('clients.record.firstContact') : null,
    role === kind ? null : role,
    kind,
    documentSeenOn === null ? null : text('clients.contacts.documentSeen', { day: formatDutchDay(documentSeenOn) }),
    validUntil === null ? null : text('clients.contacts.until', { day: formatDutchDay(validUntil) }),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

const phonesOf = ({ phone, secondPhone }: ContactPerson): string[] => [
  ...new Set([phone, secondPhone].filter((number) => number !== null)),
];

type Props = { clientId: string; people: readonly ContactPerson[]; mayEdit: boolean };
type Open = { kind: 'EDIT'; person: ContactPerson | undefined } | { kind: 'REMOVE'; person: ContactPerson } | undefined;

/** Whom to call, and who may decide. */
export function ContactPersons({ clientId, people, mayEdit }: Props) {
  const cache = useQueryClient();
  const [open, setOpen] = useState<Open>();
  const { data: hidden } = useQuery(hiddenContactsQuery(clientId));
  const remove = useMutation({
    mutationFn: (person: ContactPerson) => updateContactPerson(person.id, person.version, { removed: true }),
    onSettled: async () => {
      setOpen(undefined);
      await cache.invalidateQueries({ queryKey: contactPersonsQuery(clientId).queryKey });
    },
  });
  return (
    <section>
      <Title order={2} mb="xs">
        {text('clients.contacts.title')}
      </Title>
      {remove.error !== null && <ProblemSummary error={remove.error} />}
      {people.length === 0 && (
        <Text c="dimmed" mb="sm">
          {text(mayEdit ? 'clients.contacts.empty' : 'clients.contacts.emptyRead')}
        </Text>
      )}
      <ul className={classes['people']}>
        {people.map((person) => (
          <li key={person.id}>
            <span className={classes['personFacts']}>
              <strong>{person.name}</strong>
              <span>{partWords(person)}</span>
              {phonesOf(person).map((phone) => (
                <PhoneLink key={phone} phone={phone} who={person.name} />
              ))}
            </span>
            {mayEdit && (
              <span className={classes['personActs']}>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={text('clients.contacts.editOf', { name: person.name })}
                  onClick={() => setOpen({ kind: 'EDIT', person })}
                >
                  {text('clients.contacts.edit')}
                </Button>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`${person.name}: ${text('clients.contacts.remove')}`}
                  onClick={() => setOpen({ kind: 'REMOVE', person })}
                >
                  {text('clients.contacts.remove')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {hidden !== undefined && <HiddenNote code={hidden} what={text('clients.contacts.some')} />}
      {mayEdit && (
        <Button variant="default" size="sm" onClick={() => setOpen({ kind: 'EDIT', person: undefined })}>
          {text('clients.contacts.add')}
        </Button>
      )}
      {open?.kind === 'EDIT' && (
        <ContactPersonDialog clientId={clientId} person={open.person} onClose={() => setOpen(undefined)} />
      )}
      {open?.kind === 'REMOVE' && (
        <ConfirmDialog
          title={text('clients.contacts.removeTitle', { name: open.person.name })}
          consequence={text('clients.contacts.removeConsequence', { name: open.person.name })}
          confirmLabel={text('clients.contacts.remove')}
          isBusy={remove.isPending}
          onConfirm={() => remove.mutate(open.person)}
          onCancel={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}
