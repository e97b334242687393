import { Button, Checkbox, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { CONTACT_LIMITS, CONTACT_TYPES, type ContactType, SIGNAL_LIMITS, SIGNAL_TYPES, type SignalType } from '@samenoud/domain'; // prettier-ignore
import { text } from '@samenoud/texts';
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { useHotkeys } from '../platform/hotkeys.ts';
import { fieldErrors } from '../platform/problem.ts';
import { DateField } from '../ui/DateField.tsx';
import { Keys } from '../ui/Keys.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { RadioQuestion } from '../ui/RadioQuestion.tsx';
import { SaveState } from '../ui/SaveState.tsx';
import { contactBody, type ContactValues, emptyContact, faultsOf, valuesOf } from './contact-form.ts';
import type { Contact } from './contact-queries.ts';
import classes from './contacts.module.css';
import { NextContactFields } from './NextContactFields.tsx';
import { useKeepContact } from './use-keep-contact.ts';

const SAVE_KEY = 'Ctrl+Enter';

type Props = { clientId: string; today: string; contact?: Contact; onKept: () => void; onClose: () => void };

/** A contact on one screen: how, who was there, a note, when again, and what was noticed. Also for a correction, without a signal. */
export function ContactForm({ clientId, today, contact, onKept, onClose }: Props) {
  const [values, setValues] = useState(() => (contact ? valuesOf(contact, today) : emptyContact(today)));
  const [hasTried, setTried] = useState(false);
  const { keep, status, problem } = useKeepContact(clientId, contact, onKept);
  const errors = { ...fieldErrors(problem), ...(hasTried ? faultsOf(values, today) : {}) };
  const isRetrying = status.kind === 'NOT_SAVED' && status.why !== 'REFUSED';

  function set(change: Partial<ContactValues>): void {
    const next = { ...values, ...change };
    setValues(next);
    // typing goes on while the connection is gone: the newest words are what is sent
    if (isRetrying && Object.keys(faultsOf(next, today)).length === 0) keep(contactBody(next));
  }
  function submit(event?: FormEvent): void {
    event?.preventDefault();
    setTried(true);
    const [first] = Object.keys(faultsOf(values, today));
    if (first !== undefined) document.getElementById(first)?.focus();
    else if (status.kind !== 'SAVING') keep(contactBody(values));
  }
  const saveLabel = text(contact ? 'contacts.form.saveCorrection' : 'contacts.form.save');
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);
  useHotkeys([{ keys: SAVE_KEY, description: saveLabel, run: submit }]);
  return (
    <form ref={form} noValidate onSubmit={submit} className={classes['form']} aria-labelledby="contact-form-title">
      <h3 id="contact-form-title" className={classes['formTitle']}>
        {text(contact ? 'contacts.correct' : 'contacts.add')}
      </h3>
      <Stack gap="md">
        {problem !== undefined && <ProblemSummary error={problem} />}
        <RadioQuestion
          legend={text('contacts.form.type')}
          choices={CONTACT_TYPES.map((code) => ({ code, label: text(`contacts.type.${code}`) }))}
          value={values.type}
          onChange={(type: ContactType) => set({ type })}
        />
        <Textarea
          id="note"
          label={text('contacts.form.note')}
          description={text('contacts.form.noteHint', { max: CONTACT_LIMITS.note })}
          autosize
          minRows={3}
          maxLength={CONTACT_LIMITS.note}
          value={values.note}
          onChange={({ currentTarget }) => set({ note: currentTarget.value })}
        />
        <NextContactFields values={values} today={today} errors={errors} onChange={set} />
        {!contact && <SignalPart values={values} error={errors['signals.0.text']} onChange={set} />}
        <Group align="flex-start" gap="md">
          <DateField
            id="on"
            label={text('contacts.form.on')}
            aria-required
            value={values.on}
            onChange={(on) => set({ on })}
            {...(errors['on'] !== undefined && { error: errors['on'] })}
          />
          <TextInput
            id="present"
            className={classes['grow'] ?? ''}
            label={text('contacts.form.present')}
            description={text('contacts.form.presentHint')}
            maxLength={CONTACT_LIMITS.present}
            value={values.present}
            onChange={({ currentTarget }) => set({ present: currentTarget.value })}
          />
        </Group>
        <Checkbox
          id="reached"
          label={text('contacts.form.notReached')}
          checked={!values.reached}
          onChange={({ currentTarget }) => set({ reached: !currentTarget.checked })}
        />
        <Group>
          <Button type="submit" disabled={status.kind === 'SAVING'} rightSection={<Keys keys={SAVE_KEY} />}>
            {saveLabel}
          </Button>
          <Button variant="default" onClick={onClose} disabled={status.kind === 'SAVING'}>
            {text('common.cancel')}
          </Button>
          {status.kind !== 'IDLE' && <SaveState status={status} />}
        </Group>
        {isRetrying && <Text>{text('contacts.form.keepsTrying')}</Text>}
      </Stack>
    </form>
  );
}

type SignalProps = {
  values: ContactValues;
  error: string | undefined;
  onChange: (change: Partial<ContactValues>) => void;
};

function SignalPart({ values, error, onChange }: SignalProps) {
  const choices = SIGNAL_TYPES.map((value) => ({ value, label: text(`signals.type.${value}`) }));
  return (
    <Group align="flex-start" gap="md">
      <NativeSelect
        id="signals.0.type"
        label={text('contacts.form.signal')}
        data={[{ value: '', label: text('contacts.form.noSignal') }, ...choices]}
        value={values.signal}
        onChange={({ currentTarget }) => onChange({ signal: currentTarget.value as SignalType | '' })}
      />
      {values.signal !== '' && (
        <TextInput
          id="signals.0.text"
          className={classes['grow'] ?? ''}
          label={text('contacts.form.signalText')}
          maxLength={SIGNAL_LIMITS.text}
          value={values.signalText}
          error={error}
          onChange={({ currentTarget }) => onChange({ signalText: currentTarget.value })}
        />
      )}
      {values.signal === 'CLIENT_REMARK' && <Text>{text('signals.remark')}</Text>}
    </Group>
  );
}
