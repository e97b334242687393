import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useLayoutEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useHotkeys } from '../../platform/hotkeys.ts';
import { Keys } from '../../ui/Keys.tsx';
import type { FoundForm } from '../form-lookup.ts';
import type { Response } from '../response-types.ts';
import classes from './EntrySheet.module.css';
import { FormIdentity } from './FormIdentity.tsx';
import { useScan } from './use-scan.ts';

type Props = {
  found: FoundForm;
  response: Response;
  /** Who entered it. */
  byName: string;
  onCode: (code: string) => void;
  onEnterSheet: (sheet: number) => void;
  onLeave: () => void;
};

/** This form came under the scanner before: who entered it and when, and what can still be done with the paper. */
export function AlreadyEntered({ found, response, byName, onCode, onEnterSheet, onLeave }: Props) {
  const { completedAt, missingPages, secondEntry } = response;
  const sheet = missingPages.find((page) => page === found.page) ?? (found.page === null ? missingPages[0] : undefined);
  const next = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => next.current?.querySelector<HTMLElement>('a, button')?.focus(), []);
  useHotkeys([{ keys: 'F2', description: text('entry.already.another'), run: onLeave }]);
  useScan({ onScan: ({ code, page }) => onCode(`${code}${page ?? ''}`), onUnread: () => undefined });
  return (
    <Stack gap="lg" className={classes['found'] ?? ''}>
      <Title order={1}>{text('entry.already.title')}</Title>
      <FormIdentity found={found} />
      <div>
        {completedAt !== null && (
          <Text>{text('entry.already.by', { day: formatDutchDay(dayOfInstant(completedAt)), name: byName })}</Text>
        )}
        {sheet !== undefined && <Text>{text('entry.already.sheetMissing', { sheet })}</Text>}
        {secondEntry !== undefined && <Text>{text('entry.already.secondEntry')}</Text>}
      </div>
      <Group ref={next}>
        {sheet !== undefined && (
          <Button size="lg" onClick={() => onEnterSheet(sheet)}>
            {text('entry.already.enterSheet', { sheet })}
          </Button>
        )}
        {secondEntry !== undefined && (
          <Button
            size="lg"
            variant={sheet === undefined ? 'filled' : 'default'}
            component={Link}
            to={`/second-entry/${secondEntry.id}`}
          >
            {text('entry.already.toSecondEntry')}
          </Button>
        )}
        <Button size="lg" variant="default" onClick={onLeave}>
          {text('entry.already.another')}&ensp;
          <Keys keys="F2" />
        </Button>
        <Button size="lg" variant="default" component={Link} to={`/clients/${response.clientId}`}>
          {text('entry.station.toRecord')}
        </Button>
      </Group>
    </Stack>
  );
}
