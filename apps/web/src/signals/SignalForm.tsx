import { Button, Checkbox, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { SIGNAL_LIMITS, SIGNAL_TYPES, signalNeedsText, type SignalType } from '@samenoud/domain';
import { findErrorText, text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type NewSignal, recordSignal } from './signal-queries.ts';

type Props = { clientId: string; today: string; onDone: () => void; onClose: () => void };

/** What somebody noticed, in under a minute: what, when, a few words. It says what it is not: a way to call for help. */
export function SignalForm({ clientId, today, onDone, onClose }: Props) {
  const [type, setType] = useState<SignalType | ''>('');
  const [on, setOn] = useState<string | undefined>(today);
  const [words, setWords] = useState('');
  const [source, setSource] = useState('');
  const [isUrgent, setUrgent] = useState(false);
  const [hasTried, setTried] = useState(false);
  const [key] = useState(createIdempotencyKey);
  const save = useMutation({ mutationFn: (body: NewSignal) => recordSignal(clientId, body, key), onSuccess: onDone });
  const lacksWords = type !== '' && signalNeedsText(type) && words.trim() === '';
  const dayFault = on === undefined ? text('actions.form.dueOnRequired') : on > today ? findErrorText('IN_FUTURE') : undefined; // prettier-ignore

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const wrong = type === '' ? 'type' : dayFault !== undefined ? 'on' : lacksWords ? 'text' : undefined;
    if (wrong !== undefined) document.getElementById(wrong)?.focus();
    else if (type !== '' && on !== undefined && !save.isPending)
      save.mutate({ type, on, urgency: isUrgent ? 'URGENT' : 'NORMAL', text: words.trim() || null, source: source.trim() || null }); // prettier-ignore
  }
  return (
    <Dialog title={text('signals.add')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {save.error !== null && <ProblemSummary error={save.error} />}
          <Text fw={700}>{text('contacts.emergency')}</Text>
          <NativeSelect
            id="type"
            data-autofocus
            label={text('signals.form.type')}
            aria-required
            data={[
              { value: '', label: text('signals.form.choose') },
              ...SIGNAL_TYPES.map((value) => ({ value, label: text(`signals.type.${value}`) })),
            ]}
            value={type}
            error={hasTried && type === '' ? text('signals.form.typeRequired') : undefined}
            onChange={({ currentTarget }) => setType(currentTarget.value as SignalType | '')}
          />
          {type === 'CLIENT_REMARK' && <Text>{text('signals.remark')}</Text>}
          <Textarea
            id="text"
            label={text('signals.form.text')}
            description={text('signals.form.textHint', { max: SIGNAL_LIMITS.text })}
            autosize
            minRows={2}
            maxLength={SIGNAL_LIMITS.text}
            value={words}
            error={hasTried && lacksWords ? text('signals.form.textRequired') : undefined}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <Group align="flex-start" gap="md">
            <DateField
              id="on"
              label={text('signals.form.on')}
              aria-required
              value={on}
              onChange={setOn}
              {...(hasTried && dayFault !== undefined && { error: dayFault })}
            />
            <TextInput
              id="source"
              label={text('signals.form.source')}
              description={text('signals.form.sourceHint')}
              maxLength={SIGNAL_LIMITS.source}
              value={source}
              onChange={({ currentTarget }) => setSource(currentTarget.value)}
            />
          </Group>
          <Checkbox
            label={text('signals.form.urgent')}
            checked={isUrgent}
            onChange={({ currentTarget }) => setUrgent(currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {text(save.isPending ? 'contacts.saving' : 'signals.form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
