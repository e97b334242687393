import { Button, Group, Text } from '@mantine/core';
import { formatDutchDay, showFormCode } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { formLookupQuery } from '../form-lookup.ts';

type Props = {
  code: string;
  /** Whose form is being entered. */
  clientId: string;
  heading: string;
  /** It is the same client's after all. */
  onMine: () => void;
  onClose: () => void;
};

/** A sheet with another code was scanned: the entry stands still until somebody has looked at the paper. */
export function ForeignSheet({ code, clientId, heading, onMine, onClose }: Props) {
  const { data, error } = useQuery(formLookupQuery(code));
  const isMine = data?.client.id === clientId;
  const tell = useEffectEvent(onMine);
  useEffect(() => {
    if (isMine) tell();
  }, [isMine]);
  return (
    <Dialog title={text(error === null ? 'entry.foreign.title' : 'entry.foreign.unknownTitle')} onClose={onClose}>
      {error !== null && <ProblemSummary error={error} />}
      <Text>{text('entry.foreign.entering')}</Text>
      <Text fw={700} mb="md">
        {heading}
      </Text>
      {data === undefined || isMine ? (
        <Text>{text('entry.foreign.code', { code: showFormCode(code) })}</Text>
      ) : (
        <>
          <Text>{text('entry.foreign.scanned', { code: showFormCode(code) })}</Text>
          <Text fw={700}>
            {data.client.name} {formatDutchDay(data.client.birthDate)}
          </Text>
        </>
      )}
      <Text my="md">{text('entry.foreign.nothing')}</Text>
      <Group>
        <Button data-autofocus onClick={onClose}>
          {text('entry.foreign.goOn')}
        </Button>
      </Group>
    </Dialog>
  );
}
