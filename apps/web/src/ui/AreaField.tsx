import { Textarea } from '@mantine/core';

type Props = {
  id: string;
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  maximum: number;
  hint?: string;
  error?: string | undefined;
  rows?: number;
  required?: boolean;
  autoFocus?: boolean;
};

/** Words of more than a line; nothing typed is null. */
export function AreaField({
  id,
  label,
  value,
  onChange,
  maximum,
  hint,
  error,
  rows = 2,
  required = false,
  autoFocus = false,
}: Props) {
  return (
    <Textarea
      id={id}
      size="md"
      label={label}
      description={hint}
      error={error}
      autosize
      minRows={rows}
      maxRows={14}
      maxLength={maximum}
      withAsterisk={required}
      aria-required={required}
      {...(autoFocus && { 'data-autofocus': true })}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? null : currentTarget.value)}
    />
  );
}
