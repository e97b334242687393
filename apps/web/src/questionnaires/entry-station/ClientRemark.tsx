import { Alert, Checkbox, Group, Textarea, TextInput } from '@mantine/core';
import { text } from '@samenoud/texts';
import { ClockField } from '../../ui/ClockField.tsx';
import classes from './EntrySheet.module.css';
import type { Remark } from './form-values.ts';

const MAX_LENGTH = 1000;

type Props = {
  remark: Remark;
  /** Told at every key; `isDone` when the field is left. */
  onChange: (remark: Remark, isDone: boolean) => void;
};

/** Whom we called and when, where something on the paper could not wait. */
function UrgentCall({ remark, onChange }: Props) {
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
      <ClockField
        label={text('entry.remark.calledAt')}
        at={remark.urgentCallAt}
        onChange={(urgentCallAt) => onChange({ ...remark, urgentCallAt }, false)}
        onLeave={() => onChange(remark, true)}
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
