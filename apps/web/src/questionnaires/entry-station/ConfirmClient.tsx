import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { plural, text } from '@samenoud/texts';
import { type ReactNode, useState } from 'react';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { RadioQuestion } from '../../ui/RadioQuestion.tsx';
import type { Response, ResponseChannel } from '../response-types.ts';

/** How staff come by the answers; online the client types them. */
export const ENTRY_CHANNELS = ['PAPER', 'INTERVIEW', 'PHONE'] as const satisfies readonly ResponseChannel[];
export type EntryChannel = (typeof ENTRY_CHANNELS)[number];

type Props = {
  name: string;
  born: string;
  /** The form that was begun before, by whomever. */
  open: Response | undefined;
  isBusy: boolean;
  error: unknown;
  onConfirm: (channel: EntryChannel) => void;
  onLeave: () => void;
  /** Another way in, below the buttons. */
  children?: ReactNode;
};

/** Before the first key: is this the form of this client? A couple's two forms come in one envelope. */
export function ConfirmClient({ name, born, open, isBusy, error, onConfirm, onLeave, children }: Props) {
  const [channel, setChannel] = useState<EntryChannel>(
    () => ENTRY_CHANNELS.find((known) => known === open?.channel) ?? 'PAPER',
  );
  const answered = Object.keys(open?.answers ?? {}).length;
  return (
    <Stack maw={640} gap="lg">
      <div>
        <Title order={1}>{text('entry.confirmTitle')}</Title>
        <Text c="dimmed">{text('entry.confirmHint')}</Text>
      </div>
      <Text fz="1.5rem" fw={700}>
        {name}
        <br />
        {born}
      </Text>
      {open !== undefined && <Text>{plural('entry.begunBefore', answered)}</Text>}
      {error !== null && <ProblemSummary error={error} />}
      <RadioQuestion
        legend={text('entry.channel.label')}
        choices={ENTRY_CHANNELS.map((code) => ({ code, label: text(`entry.channel.${code}`) }))}
        value={channel}
        onChange={setChannel}
      />
      <Group>
        <Button autoFocus loading={isBusy} onClick={() => onConfirm(channel)}>
          {text('entry.confirmYes')}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {text('entry.confirmNo')}
        </Button>
      </Group>
      {children}
    </Stack>
  );
}
