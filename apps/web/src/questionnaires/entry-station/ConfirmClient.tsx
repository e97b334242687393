import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { plural, text } from '@samenoud/texts';
import { type ReactNode, useState } from 'react';
import { OnlineNote } from './OnlineNote.tsx';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { RadioQuestion } from '../../ui/RadioQuestion.tsx';
import type { Response, ResponseChannel } from '../response-types.ts';

/** How staff come by the answers; online the client types them. */
export const ENTRY_CHANNELS = ['PAPER', 'INTERVIEW', 'PHONE'] as const satisfies readonly ResponseChannel[];
const TALK_CHANNELS = ['PHONE', 'INTERVIEW'] as const satisfies readonly ResponseChannel[];
export type EntryChannel = (typeof ENTRY_CHANNELS)[number];

type Props = {
  name: string;
  born: string;
  /** The client is on the phone or at the table: there is no paper to compare with. */
  isInterview: boolean;
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
export function ConfirmClient(props: Props) {
  const { name, born, isInterview, open, isBusy, error, onConfirm, onLeave, children } = props;
  const channels = isInterview ? TALK_CHANNELS : ENTRY_CHANNELS;
  const [channel, setChannel] = useState<EntryChannel>(
    () => channels.find((known) => known === open?.channel) ?? channels[0],
  );
  const answered = Object.keys(open?.answers ?? {}).length;
  const isOnline = open?.channel === 'ONLINE';
  return (
    <Stack maw={640} gap="lg">
      <div>
        <Title order={1}>{text(isInterview ? 'entry.interview.confirmTitle' : 'entry.confirmTitle')}</Title>
        <Text c="dimmed">{text(isInterview ? 'entry.interview.confirmHint' : 'entry.confirmHint')}</Text>
      </div>
      <Text fz="1.5rem" fw={700}>
        {name}
        <br />
        {born}
      </Text>
      {open !== undefined && <Text>{plural('entry.begunBefore', answered)}</Text>}
      {isOnline && <OnlineNote />}
      {error !== null && <ProblemSummary error={error} />}
      <RadioQuestion
        legend={text(isInterview ? 'entry.channel.talk' : 'entry.channel.label')}
        choices={channels.map((code) => ({ code, label: text(`entry.channel.${code}`) }))}
        value={channel}
        onChange={setChannel}
      />
      <Group>
        <Button autoFocus={!isOnline} loading={isBusy} onClick={() => onConfirm(channel)}>
          {isOnline
            ? text('entry.takeOver.yes')
            : text(isInterview ? 'entry.interview.confirmYes' : 'entry.confirmYes')}
        </Button>
        <Button autoFocus={isOnline} variant="default" onClick={onLeave}>
          {text(isOnline ? 'entry.takeOver.no' : 'entry.confirmNo')}
        </Button>
      </Group>
      {children}
    </Stack>
  );
}
