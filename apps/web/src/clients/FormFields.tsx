import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { text } from '@samenoud/texts';
import { DateField } from '../ui/DateField.tsx';
import { type FormState, YES } from './form-values.ts';

/** A form with the sentences of the fields that were refused, by field name. */
export type Bound<Field extends string> = { form: FormState<Field>; errors: Readonly<Record<string, string>> };

type Common<Field extends string> = {
  bound: Bound<Field>;
  field: Field;
  label: string;
  hint?: string | undefined;
  required?: boolean;
  className?: string | undefined;
};

const commonProps = <Field extends string>({ bound, field, label, hint, required, className }: Common<Field>) => ({
  id: field,
  label,
  ...(hint !== undefined && { description: hint }),
  ...(className !== undefined && { className }),
  ...(bound.errors[field] !== undefined && { error: bound.errors[field] }),
  withAsterisk: required ?? false,
  'aria-required': required ?? false,
});

type TextProps<Field extends string> = Common<Field> & {
  inputMode?: 'text' | 'numeric' | 'tel';
  autoFocus?: boolean;
  maxLength?: number;
};

export function TextField<Field extends string>({
  inputMode = 'text',
  autoFocus = false,
  maxLength = 200,
  ...common
}: TextProps<Field>) {
  const { form } = common.bound;
  return (
    <TextInput
      {...commonProps(common)}
      autoComplete="off"
      inputMode={inputMode}
      autoFocus={autoFocus}
      maxLength={maxLength}
      value={form.values[common.field]}
      onChange={({ currentTarget }) => form.set(common.field, currentTarget.value)}
    />
  );
}

export function DayField<Field extends string>(common: Common<Field>) {
  const { form } = common.bound;
  return (
    <DateField
      {...commonProps(common)}
      key={form.revision}
      data-day
      value={form.values[common.field] || undefined}
      onChange={(day) => form.set(common.field, day ?? '')}
    />
  );
}

export type Choice = { value: string; label: string };

export function ChoiceField<Field extends string>({
  choices,
  ...common
}: Common<Field> & { choices: readonly Choice[] }) {
  const { form } = common.bound;
  return (
    <NativeSelect
      {...commonProps(common)}
      data={[...choices]}
      value={form.values[common.field]}
      onChange={({ currentTarget }) => form.set(common.field, currentTarget.value)}
    />
  );
}

export function TickField<Field extends string>({ bound, field, label, hint }: Common<Field>) {
  return (
    <Checkbox
      id={field}
      label={label}
      {...(hint !== undefined && { description: hint })}
      checked={bound.form.values[field] === YES}
      onChange={({ currentTarget }) => bound.form.set(field, currentTarget.checked ? YES : '')}
    />
  );
}

/** An empty choice in front of the others. */
export const withNone = (choices: readonly Choice[], label: string = text('clients.form.none')): Choice[] => [
  { value: '', label },
  ...choices,
];
