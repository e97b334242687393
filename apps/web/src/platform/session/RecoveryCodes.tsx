import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import classes from './SignIn.module.css';

type Props = { codes: readonly string[]; onKept: () => void };

/** The recovery codes, this once: one goes on only after saying that they are kept. */
export function RecoveryCodes({ codes, onKept }: Props) {
  const [isKept, setKept] = useState(false);
  const [isCopied, setCopied] = useState(false);
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(codes.join('\n'));
    setCopied(true);
  }
  return (
    <Stack maw={520}>
      <Title order={2}>{text('session.recovery.title')}</Title>
      <Text>{text('session.recovery.hint')}</Text>
      <ul className={classes['codes']}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group>
        <Button variant="default" onClick={() => globalThis.print()}>
          {text('session.recovery.print')}
        </Button>
        <Button variant="default" onClick={() => void copy()}>
          {text(isCopied ? 'session.recovery.copied' : 'session.recovery.copy')}
        </Button>
      </Group>
      <Checkbox
        label={text('session.recovery.kept')}
        checked={isKept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Button w="fit-content" disabled={!isKept} onClick={onKept}>
        {text('session.recovery.submit')}
      </Button>
    </Stack>
  );
}
