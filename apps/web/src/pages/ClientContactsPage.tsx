import { Button, Group } from '@mantine/core';
import { canBeReferrer, dayOfInstant, mayRefer, referralDueOn, type Role } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ActionSection } from '../actions/ActionSection.tsx';
import { TaskForm } from '../actions/TaskForm.tsx';
import { clientQuery } from '../clients/client-queries.ts';
import { ContactForm } from '../contacts/ContactForm.tsx';
import classes from '../contacts/contacts.module.css';
import { ContactSection } from '../contacts/ContactSection.tsx';
import { announce } from '../platform/announcer.tsx';
import { useHotkeys } from '../platform/hotkeys.ts';
import { practiceSettingsQuery } from '../platform/practice-settings.ts';
import { useSession } from '../platform/session/session-queries.ts';
import { ReferralForm } from '../referrals/ReferralForm.tsx';
import { ReferralSection } from '../referrals/ReferralSection.tsx';
import { SignalForm } from '../signals/SignalForm.tsx';
import { SignalSection } from '../signals/SignalSection.tsx';
import { Keys } from '../ui/Keys.tsx';
import { mayRecordContacts } from './may-record-contacts.ts';
import { useClientId } from './use-client-id.ts';
import { useColleagues } from './use-colleagues.ts';
import { useMay } from './use-may.ts';

type Open = 'CONTACT' | 'SIGNAL' | 'REFERRAL' | 'TASK';

/** Contacts, signals, referrals and tasks of one client: what happened, what was noticed, to whom she is referred, and who does what. */
export function ClientContactsPage() {
  const clientId = useClientId();
  const may = useMay(clientId);
  const { user } = useSession();
  const colleagues = useColleagues();
  const cache = useQueryClient();
  const [today] = useState(() => dayOfInstant(Date.now()));
  const [open, setOpen] = useState<Open>();
  const nameOf = (id: string | null): string => (id === null ? undefined : colleagues.get(id)?.displayName) ?? text('contacts.somebody'); // prettier-ignore
  async function done(words: string): Promise<void> {
    setOpen(undefined);
    await cache.invalidateQueries({ queryKey: ['clients', clientId] });
    announce(words);
  }
  const { data: client } = useSuspenseQuery(clientQuery(clientId));
  const { data: settings } = useQuery(practiceSettingsQuery);
  const refers =
    may('CONTACTS', 'CREATE') && mayRefer({ role: user.role, isCaseManager: client.caseManagerId === user.id });
  const people = askable(user.id, [...colleagues.values()]);
  const records = mayRecordContacts(user.role);
  const buttons = [
    ...(records ? [{ keys: 'C', what: 'CONTACT' as const, label: text('contacts.add') }] : []),
    ...(may('CONTACTS', 'CREATE') ? [{ keys: 'S', what: 'SIGNAL' as const, label: text('signals.add') }] : []),
    ...(refers ? [{ keys: 'V', what: 'REFERRAL' as const, label: text('referrals.add') }] : []),
    ...(may('TASKS', 'CREATE') ? [{ keys: 'T', what: 'TASK' as const, label: text('actions.add') }] : []),
  ];
  useHotkeys(buttons.map(({ keys, what, label }) => ({ keys, description: label, run: () => setOpen(what) })));
  const dialog = { clientId, today, onClose: () => setOpen(undefined) };
  return (
    <div className={classes['panel']}>
      <p className={classes['emergency']}>{text('contacts.emergency')}</p>
      <Group>
        {buttons.map(({ keys, what, label }, index) => (
          <Button
            key={what}
            variant={index === 0 && open !== 'CONTACT' ? 'filled' : 'default'}
            rightSection={<Keys keys={keys} />}
            onClick={() => setOpen(what)}
          >
            {label}
          </Button>
        ))}
      </Group>
      {open === 'CONTACT' && <ContactForm {...dialog} onKept={() => void done(text('contacts.form.saved'))} />}
      {open === 'SIGNAL' && <SignalForm {...dialog} onDone={() => void done(text('signals.form.saved'))} />}
      {open === 'REFERRAL' && settings !== undefined && (
        <ReferralForm
          {...dialog}
          dueOn={referralDueOn(today, settings.referralFeedbackDays)}
          referrers={people.filter(({ role }) => canBeReferrer(role))}
          onDone={() => void done(text('referrals.form.saved'))}
        />
      )}
      {open === 'TASK' && (
        <TaskForm {...dialog} colleagues={people} onDone={() => void done(text('actions.form.added'))} />
      )}
      <SignalSection clientId={clientId} nameOf={nameOf} questionnaireAt={`/clients/${clientId}/entry`} />
      <ReferralSection clientId={clientId} today={today} nameOf={nameOf} askers={people} />
      <ActionSection clientId={clientId} today={today} nameOf={nameOf} />
      <ContactSection clientId={clientId} today={today} mayCorrect={records} nameOf={nameOf} />
    </div>
  );
}

interface Person {
  readonly userId: string;
  readonly displayName: string;
  readonly role: Role;
}

/** Who can be asked: oneself first, then by name. */
function askable(ownId: string, people: readonly Person[]): { userId: string; label: string; role: Role }[] {
  const care = people.filter(({ role }) => role !== 'PRACTICE_MANAGER' && role !== 'LOG_OFFICER');
  return care
    .toSorted(
      (a, b) => Number(b.userId === ownId) - Number(a.userId === ownId) || a.displayName.localeCompare(b.displayName),
    ) // prettier-ignore
    .map(({ userId, displayName, role }) => ({ userId, label: displayName, role }));
}
