import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';

type Props = {
  /** What goes to the clipboard. */
  words: string;
  label: string;
  /** For who hears the button, where the same label stands more than once. */
  name?: string;
  isPrimary?: boolean;
};

/** Copies a text for the HIS; what happened is said where one looks and aloud. */
export function CopyButton({ words, label, name, isPrimary = false }: Props) {
  const [copied, setCopied] = useState<'DONE' | 'FAILED'>();
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(words);
      setCopied('DONE');
      announce(text('screeningRounds.his.copied'));
    } catch {
      setCopied('FAILED');
    }
  }
  return (
    <>
      <Button
        variant={isPrimary ? 'filled' : 'default'}
        size="sm"
        aria-label={name ?? label}
        onClick={() => void copy()}
      >
        {label}
      </Button>
      <span>
        {copied === 'DONE' && text('screeningRounds.his.copied')}
        {copied === 'FAILED' && text('screeningRounds.his.failed')}
      </span>
    </>
  );
}
