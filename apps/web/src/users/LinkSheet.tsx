import { Button, Group, Text, TextInput } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import type { UserLink } from './user-queries.ts';
import classes from './users.module.css';

const moment = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
});

/** The one-time link, to copy or to print, this once. */
export function LinkSheet({ link: { purpose, path, expiresAt } }: { link: UserLink }) {
  const [isCopied, setCopied] = useState(false);
  const link = `${globalThis.location.origin}${path}`;
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  }
  return (
    <div className={classes['sheet']}>
      <Text mb="sm">{text(`users.link.hint.${purpose}`)}</Text>
      <TextInput
        label={text('users.link.label')}
        value={link}
        readOnly
        data-autofocus
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <p className={classes['onPaper']}>{link}</p>
      <Text my="sm">{text('users.link.once', { moment: moment.format(new Date(expiresAt)) })}</Text>
      <Group className={classes['onScreen'] ?? ''}>
        <Button onClick={() => void copy()}>{text(isCopied ? 'users.link.copied' : 'users.link.copy')}</Button>
        <Button variant="default" onClick={() => globalThis.print()}>
          {text('users.link.print')}
        </Button>
      </Group>
    </div>
  );
}
