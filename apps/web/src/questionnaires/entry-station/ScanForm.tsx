import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { readFormCode } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type FormEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { explain, isProblem } from '../../platform/problem.ts';
import { openFirstHit, walkHits } from '../../ui/walk-hits.ts';
import { useScan } from './use-scan.ts';

type Props = {
  isBusy: boolean;
  /** Why the last code led nowhere. */
  error: unknown;
  onCode: (code: string) => void;
  /** Whose form it may be, where the first sheet is lost and a name is typed. */
  renderHits: (words: string) => ReactNode;
};

/** Letters and digits in one word: a code, or most of one. */
const isLikeCode = (typed: string): boolean => /^(?=.*[a-z])(?=.*\d)\S+$/i.test(typed.trim());

function refusalOf(error: unknown): string | undefined {
  if (error === null || error === undefined) return undefined;
  if (isProblem(error, 'NOT_FOUND')) return text('entry.station.unknown');
  return isProblem(error, 'INVALID_INPUT') ? text('entry.station.invalid') : explain(error);
}

/** Waits for a scan; who has no scanner types the code, and who has no first sheet the name. A scan is heard anywhere. */
export function ScanForm({ isBusy, error, onCode, renderHits }: Props) {
  const [typed, setTyped] = useState('');
  const [isInvalid, setInvalid] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);

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

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (isLikeCode(typed) || readFormCode(typed) !== null) take(typed);
    else openFirstHit(event.currentTarget);
  }
  const refusal = isInvalid ? text('entry.station.invalid') : refusalOf(error);
  return (
    <form noValidate onSubmit={submit}>
      <div role="presentation" onKeyDown={walkHits}>
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
            w={360}
            maw="100%"
            value={typed}
            onChange={({ currentTarget }) => {
              setTyped(currentTarget.value);
              setInvalid(false);
            }}
          />
          <Button size="lg" type="submit" disabled={isBusy}>
            {text(isBusy ? 'entry.station.lookingUp' : 'entry.station.lookUp')}
          </Button>
        </Group>
        <Text role="alert" mt="sm" fw={700} c="var(--so-error)">
          {isBusy ? '' : refusal}
        </Text>
        {renderHits(isLikeCode(typed) ? '' : typed)}
      </div>
    </form>
  );
}
