import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';

type Props = { name: string; born: string; onConfirm: () => void; onLeave: () => void };

/** Before the first key: is this the form of this client? A couple's two forms come in one envelope. */
export function ConfirmClient({ name, born, onConfirm, onLeave }: Props) {
  return (
    <Stack maw={640}>
      <Title order={1}>{text('entry.confirmTitle')}</Title>
      <Text c="dimmed">{text('entry.confirmHint')}</Text>
      <Text fz="1.5rem" fw={700} className="numbers">
        {name}
        <br />
        {born}
      </Text>
      <Group>
        <Button autoFocus onClick={onConfirm}>
          {text('entry.confirmYes')}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {text('entry.confirmNo')}
        </Button>
      </Group>
    </Stack>
  );
}
