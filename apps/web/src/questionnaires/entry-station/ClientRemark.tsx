import { Alert, Checkbox, Group, Textarea, TextInput } from '@mantine/core';
import { text } from '@samenoud/texts';
import classes from './EntrySheet.module.css';
import type { Remark } from './form-values.ts';

const MAX_LENGTH = 1000;
const clock = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit' });

/** The hour a person reads on her clock, today, as an instant; undefined while it is no hour. */
function instantToday(hour: string): string | undefined {
  const [hours, minutes] = hour.split(':').map(Number);
  if (hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)) return undefined;
  const at = new Date();
  at.setHours(hours, minutes, 0, 0);
  return at.toISOString();
}

type Props = {
  remark: Remark;
  /** Told at every key; `isDone` when the field is left. */
  onChange: (remark: Remark, isDone: boolean) => void;
};

/** Whom we called and when, where something on the paper could not wait. */
function UrgentCall({ remark, onChange }: Props) {
  const calledAt = remark.urgentCallAt === null ? '' : clock.format(new Date(remark.urgentCallAt));
  return (
    <Group align="flex-end">
      <TextInput
        label={text('entry.remark.calledWhom')}
        maxLength={200}
        value={remark.urgentCallTo ?? ''}
        onChange={({ currentTarget }) => onChange({ ...remark, urgentCallTo: currentTarget.value }, false)}
        onBlur={() => onChange(remark, true)}
      />
      <TextInput
        type="time"
        label={text('entry.remark.calledAt')}
        defaultValue={calledAt}
        onChange={({ currentTarget }) => {
          const urgentCallAt = instantToday(currentTarget.value);
          if (urgentCallAt !== undefined) onChange({ ...remark, urgentCallAt }, false);
        }}
        onBlur={() => onChange(remark, true)}
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
