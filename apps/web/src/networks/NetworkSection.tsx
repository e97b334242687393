import { Button, Text, Title } from '@mantine/core';
import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { isProblem } from '../platform/problem.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailurePanel } from '../ui/FailurePanel.tsx';
import { CoachingForm } from './CoachingForm.tsx';
import { CoachingRead } from './CoachingRead.tsx';
import { NetworkForm } from './NetworkForm.tsx';
import { NetworkPicture } from './NetworkPicture.tsx';
import { type Network, networkQuery } from './network-queries.ts';
import { NetworkTable } from './NetworkTable.tsx';
import paper from '../ui/Document.module.css';

type Props = { clientId: string; today: string; mayWrite: boolean; nameOf: (userId: string) => string };
type Editing = 'TIES' | 'COACHING' | undefined;

/** The people around a client: drawn, in words, and the path to more of them. */
export function NetworkSection({ clientId, today, mayWrite, nameOf }: Props) {
  const cache = useQueryClient();
  const { data: network, error, refetch } = useQuery(networkQuery(clientId));
  const [editing, setEditing] = useState<Editing>();

  function saved(now: Network): void {
    cache.setQueryData(networkQuery(clientId).queryKey, now);
    setEditing(undefined);
    announce(text('networks.saved'));
    requestAnimationFrame(() => document.getElementById('network-title')?.focus());
  }
  const form = { today, onSaved: saved, onCancel: () => setEditing(undefined) };
  const isHidden = network?.hidden !== undefined;
  return (
    <section aria-labelledby="network-title">
      <div className={paper['head']}>
        <Title order={2} id="network-title" tabIndex={-1}>
          {text('networks.title')}
        </Title>
        {mayWrite && editing === undefined && network !== undefined && network.ties.length > 0 && (
          <Button variant="default" onClick={() => setEditing('TIES')}>
            {text('networks.edit')}
          </Button>
        )}
      </div>
      {isProblem(error, 'NO_BASIS') && <Text>{text('networks.notShared')}</Text>}
      {error !== null && !isProblem(error, 'NO_BASIS') && <FailurePanel error={error} onRetry={() => void refetch()} />}
      {isHidden && (
        <Text>
          {network.drawnOn === null
            ? text('networks.datesOnlyNone')
            : text('networks.datesOnly', { day: formatDutchDay(network.drawnOn) })}
        </Text>
      )}
      {network !== undefined && !isHidden && editing !== 'TIES' && (
        <Drawn network={network} mayWrite={mayWrite} nameOf={nameOf} onBegin={() => setEditing('TIES')} />
      )}
      {network !== undefined && editing === 'TIES' && <NetworkForm network={network} {...form} />}
      {network !== undefined && !isHidden && editing !== 'TIES' && (
        <div className={paper['more']}>
          <Title order={3}>{text('networks.coaching.title')}</Title>
          {editing === 'COACHING' && <CoachingForm network={network} {...form} />}
          {editing === undefined && network.coaching !== null && <CoachingRead coaching={network.coaching} />}
          {editing === undefined && network.coaching === null && <Text mb="sm">{text('networks.coaching.hint')}</Text>}
          {editing === undefined && mayWrite && (
            <Button variant="default" onClick={() => setEditing('COACHING')}>
              {text(network.coaching === null ? 'networks.coaching.begin' : 'networks.coaching.edit')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

type DrawnProps = { network: Network; mayWrite: boolean; nameOf: Props['nameOf']; onBegin: () => void };

function Drawn({ network, mayWrite, nameOf, onBegin }: DrawnProps) {
  const { ties, drawnOn, changedAt, changedBy, others } = network;
  return (
    <>
      {ties.length === 0 && (
        <EmptyState
          title={text('networks.empty.title')}
          hint={text(mayWrite ? 'networks.empty.hint' : 'networks.empty.read')}
        >
          {mayWrite && <Button onClick={onBegin}>{text('networks.begin')}</Button>}
        </EmptyState>
      )}
      {ties.length > 0 && (
        <>
          <NetworkPicture ties={ties} />
          <NetworkTable ties={ties} />
        </>
      )}
      <Text mt="sm" className={paper['quiet']}>
        {[
          drawnOn === null ? null : `${text('networks.drawnOn')} ${formatDutchDay(drawnOn)}.`,
          changedAt === null || changedBy === null
            ? null
            : text('networks.changedBy', {
                day: formatDutchDay(dayOfInstant(Date.parse(changedAt))),
                name: nameOf(changedBy),
              }),
        ]
          .filter((words) => words !== null)
          .join(' ')}
      </Text>
      {others.map((other) => (
        <details key={other.id} className={paper['more']} open>
          <summary>{text('networks.others.title')}</summary>
          <Text>{text('networks.others.hint')}</Text>
          <NetworkTable ties={other.ties} />
        </details>
      ))}
    </>
  );
}
