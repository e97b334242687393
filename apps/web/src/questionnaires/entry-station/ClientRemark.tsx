import { Alert, Checkbox, Group, Textarea, TextInput } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import classes from './EntrySheet.module.css';
import type { Remark } from './form-values.ts';

const MAX_LENGTH = 1000;
const clock = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit' });

/** The hour a person reads on her clock ("9.05", "22:25"), today, as an instant; undefined while it is no hour. */
function instantToday(hour: string): string | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3])[.:]?([0-5]\d)$/.exec(hour.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const at = new Date();
  at.setHours(Number(hours), Number(minutes), 0, 0);
  return at.toISOString();
}

type Props = {
  remark: Remark;
  /** Told at every key; `isDone` when the field is left. */
  onChange: (remark: Remark, isDone: boolean) => void;
};

/** Whom we called and when, where something on the paper could not wait. */
function UrgentCall({ remark, onChange }: Props) {
  const [hour, setHour] = useState(() =>
    remark.urgentCallAt === null ? '' : clock.format(new Date(remark.urgentCallAt)),
  );
  const [hasLeft, setHasLeft] = useState(false);
  return (
    <Group align="flex-start" mt="sm">
      <TextInput
        label={text('entry.remark.calledWhom')}
        maxLength={200}
        autoComplete="off"
        value={remark.urgentCallTo ?? ''}
        onChange={({ currentTarget }) => onChange({ ...remark, urgentCallTo: currentTarget.value }, false)}
        onBlur={() => onChange(remark, true)}
      />
      <TextInput
        label={text('entry.remark.calledAt')}
        w="8rem"
        autoComplete="off"
        error={hasLeft && instantToday(hour) === undefined && text('entry.remark.noHour')}
        value={hour}
        onChange={({ currentTarget }) => {
          setHour(currentTarget.value);
          const urgentCallAt = instantToday(currentTarget.value);
          if (urgentCallAt !== undefined) onChange({ ...remark, urgentCallAt }, false);
        }}
        onBlur={() => {
          setHasLeft(true);
          onChange(remark, true);
        }}
      />
    </Group>
  );
}

/** What the client wrote in the margin, typed as written. The warning always stands beside it: nobody else reads it today. */
export function ClientRemark({ remark, onChange }: Props) {
  const isUrgent = remark.urgentCallTo !== null;
  return (
    <div className={classes['remark']}>
      <Textarea
        id="remark"
        label={text('entry.remark.label')}
        description={text('entry.remark.hint')}
        autosize
        minRows={2}
        maxLength={MAX_LENGTH}
        data-autofocus
        value={remark.remark}
        onChange={({ currentTarget }) => onChange({ ...remark, remark: currentTarget.value }, false)}
        onBlur={() => onChange(remark, true)}
      />
      <Alert variant="outline" color="gray" title={text('entry.remark.warningTitle')}>
        {text('entry.remark.warning')}
        <Checkbox
          mt="sm"
          label={text('entry.remark.called')}
          checked={isUrgent}
          onChange={({ currentTarget }) =>
            onChange(
              currentTarget.checked
                ? { ...remark, urgentCallTo: '', urgentCallAt: new Date().toISOString() }
                : { ...remark, urgentCallTo: null, urgentCallAt: null },
              true,
            )
          }
        />
        {isUrgent && <UrgentCall remark={remark} onChange={onChange} />}
      </Alert>
    </div>
  );
}
