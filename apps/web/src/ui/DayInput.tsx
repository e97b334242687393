import { parseDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { DateField } from './DateField.tsx';

type Props = {
  id: string;
  label: string;
  value: string | null;
  onChange: (day: string | null) => void;
  error?: string | undefined;
  hint?: string;
  required?: boolean;
};

/** A day in a form that is saved by a button; no day is null. */
export function DayInput({ id, label, value, onChange, error, hint, required = false }: Props) {
  return (
    <DateField
      id={id}
      label={label}
      data-day
      {...(hint !== undefined && { description: hint })}
      {...(error !== undefined && { error })}
      withAsterisk={required}
      aria-required={required}
      value={value ?? undefined}
      onChange={(day) => onChange(day ?? null)}
    />
  );
}

/** Days that were typed but are no days: they would be lost without a word, so the form is not sent. */
export function unreadableDaysIn(form: HTMLFormElement): Record<string, string> {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[data-day]')];
  const wrong = inputs.filter(({ value }) => value.trim() !== '' && parseDutchDay(value) === undefined);
  return Object.fromEntries(wrong.map(({ id }) => [id, text('common.date.invalid')]));
}
