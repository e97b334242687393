import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { DateField } from './DateField.tsx';
import { Dialog } from './Dialog.tsx';
import { ProblemSummary } from './ProblemSummary.tsx';

export interface AskedField {
  /** As the API names it. */
  readonly id: string;
  readonly kind: 'WORDS' | 'DAY' | 'CHOICE';
  readonly label: string;
  /** What is said when it is left empty. */
  readonly required: string;
  readonly max?: number;
  /** Of a CHOICE; the first is what stands there when nothing was chosen yet. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly initial?: string;
}

type Values = Readonly<Record<string, string | undefined>>;
type Props = {
  title: string;
  /** What the act will do. */
  consequence?: string;
  fields: readonly AskedField[];
  action: string;
  /** Every field is filled in when it is called. */
  send: (values: Readonly<Record<string, string>>) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
};

const isFilled = (value: string | undefined): boolean => (value ?? '').trim() !== '';

/** A small form over the page: a few words, a day or a choice that an act needs, and what it will do. */
export function WordsDialog({ title, consequence, fields, action, send, onDone, onClose }: Props) {
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(fields.map(({ id, initial }) => [id, initial])),
  );
  const [hasTried, setTried] = useState(false);
  const save = useMutation({ mutationFn: send, onSuccess: onDone });
  const set = (id: string, value: string | undefined): void => setValues((before) => ({ ...before, [id]: value }));

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const missing = fields.find(({ id }) => !isFilled(values[id]));
    if (missing) document.getElementById(missing.id)?.focus();
    else if (!save.isPending) save.mutate(Object.fromEntries(fields.map(({ id }) => [id, values[id]?.trim() ?? ''])));
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {save.error !== null && <ProblemSummary error={save.error} />}
          {consequence !== undefined && <Text>{consequence}</Text>}
          {fields.map((field, index) => (
            <Asked
              key={field.id}
              field={field}
              isFirst={index === 0}
              value={values[field.id]}
              isMissing={hasTried && !isFilled(values[field.id])}
              onChange={(value) => set(field.id, value)}
            />
          ))}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

type AskedProps = {
  field: AskedField;
  isFirst: boolean;
  value: string | undefined;
  isMissing: boolean;
  onChange: (value: string | undefined) => void;
};

function Asked({
  field: { id, kind, label, required, max, choices },
  isFirst,
  value,
  isMissing,
  onChange,
}: AskedProps) {
  const shared = { id, label, 'aria-required': true, ...(isFirst && { 'data-autofocus': true }) };
  const error = isMissing ? { error: required } : {};
  if (kind === 'DAY') return <DateField {...shared} {...error} value={value} onChange={onChange} />;
  if (kind === 'CHOICE')
    return (
      <NativeSelect
        {...shared}
        {...error}
        data={[...(choices ?? [])]}
        value={value ?? ''}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  return (
    <Textarea
      {...shared}
      {...error}
      autosize
      minRows={2}
      {...(max !== undefined && { maxLength: max })}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
