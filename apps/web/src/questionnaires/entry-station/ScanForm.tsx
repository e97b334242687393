import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { readFormCode } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { explain, isProblem } from '../../platform/problem.ts';
import { useScan } from './use-scan.ts';

type Props = {
  isBusy: boolean;
  /** Why the last code led nowhere. */
  error: unknown;
  onCode: (code: string) => void;
};

function refusalOf(error: unknown): string | undefined {
  if (error === null || error === undefined) return undefined;
  if (isProblem(error, 'NOT_FOUND')) return text('entry.station.unknown');
  return isProblem(error, 'INVALID_INPUT') ? text('entry.station.invalid') : explain(error);
}

/** Waits for a scan; who has no scanner types the code. The focus is in the field, and a scan is heard anywhere. */
export function ScanForm({ isBusy, error, onCode }: Props) {
  const [typed, setTyped] = useState('');
  const [isInvalid, setInvalid] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  function take(code: string): void {
    if (isBusy) return;
    const isCode = readFormCode(code) !== null;
    setInvalid(!isCode);
    setTyped('');
    if (isCode) onCode(code);
  }
  useScan({
    onScan: ({ code, page }) => take(`${code}${page ?? ''}`),
    onUnread: () => setInvalid(true),
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (typed.trim() !== '') take(typed);
  }
  const refusal = isInvalid ? text('entry.station.invalid') : refusalOf(error);
  return (
    <form noValidate onSubmit={submit}>
      <Title order={2}>{text('entry.station.scan')}</Title>
      <Text c="dimmed" mb="md">
        {text('entry.station.scanHint')}
      </Text>
      <Group align="flex-end">
        <TextInput
          ref={field}
          size="lg"
          label={text('entry.station.code')}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button size="lg" type="submit" disabled={isBusy}>
          {text(isBusy ? 'entry.station.lookingUp' : 'entry.station.lookUp')}
        </Button>
      </Group>
      <Text role="alert" mt="sm" fw={700} c="var(--so-error)">
        {isBusy ? '' : refusal}
      </Text>
    </form>
  );
}
